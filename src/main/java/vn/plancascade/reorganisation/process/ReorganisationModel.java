package vn.plancascade.reorganisation.process;

/** Names of the model {@code reorganisation}; a test compares them with the file. Its business key is the change's id. */
public final class ReorganisationModel {

    public static final String REORGANISATION = "reorganisation";

    private ReorganisationModel() {}
}
