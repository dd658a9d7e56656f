package vn.plancascade.organisation;

/** Who gives a unit's outgoing documents their numbers. */
public enum Numbering {
    /** The clerk types the number of the unit's own register. */
    register,
    /** The system counts, without a gap. */
    auto,
    /** The unit's documents carry no number: a Vụ of the ministry has no seal. */
    none
}
