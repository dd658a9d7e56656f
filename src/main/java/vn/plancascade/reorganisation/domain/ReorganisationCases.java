package vn.plancascade.reorganisation.domain;

/** What a change of units asks of its process. */
public interface ReorganisationCases {

    /** Waits for the day of the change, which may be today, and has it carried out. */
    void await(long id);
}
