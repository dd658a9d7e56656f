package vn.plancascade.database;

/** Something of a room's that grows with whatever is written there, in the transaction that writes it. */
public interface ChangeMark {

    /** A select of one number, which costs next to nothing, such as that of the newest line of a history. */
    String sql();
}
