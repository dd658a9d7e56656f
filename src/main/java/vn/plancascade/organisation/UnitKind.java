package vn.plancascade.organisation;

/** Kinds of unit, as a national plan addresses them. */
public enum UnitKind {
    MOH,
    COMMITTEE,
    MINISTRY,
    MOH_OFFICE,
    MOH_INSPECTORATE,
    MOH_DEPT,
    MOH_AGENCY,
    MOH_MEDIA,
    MOH_FACILITY,
    DOH,
    PROV_HOSPITAL,
    PROV_CENTER,
    STATION,
    OTHER_MIN,
    PRIV_HOSPITAL,
    PRIV_CLINIC;

    /** Whether a unit of this kind can owe anything; the others are only parents and are never mailed. */
    public boolean hasDuties() {
        return this != MOH && this != COMMITTEE && this != MINISTRY;
    }
}
