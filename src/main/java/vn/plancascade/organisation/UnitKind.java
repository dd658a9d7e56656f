package vn.plancascade.organisation;

import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Collectors;

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

    private static final String WITHOUT_DUTIES = list(kind -> !kind.hasDuties());
    private static final String UNDER_FOCAL_UNIT = list(UnitKind::isUnderFocalUnit);

    /** Whether a unit of this kind can owe anything; the others are only parents and are never mailed. */
    public boolean hasDuties() {
        return this != MOH && this != COMMITTEE && this != MINISTRY;
    }

    /** Whether only a plan's focal unit is told of such a unit, whomever it reports to: nobody between is to be chased. */
    public boolean isUnderFocalUnit() {
        return this == DOH || this == OTHER_MIN;
    }

    /** {@link #hasDuties()} as a condition on a column, false or unknown where there is no unit. */
    public static String hasDuties(String column) {
        return column + " not in (" + WITHOUT_DUTIES + ")";
    }

    /** {@link #isUnderFocalUnit()} as a condition on a column. */
    public static String isUnderFocalUnit(String column) {
        return column + " in (" + UNDER_FOCAL_UNIT + ")";
    }

    private static String list(Predicate<UnitKind> which) {
        return Arrays.stream(values())
                .filter(which)
                .map(kind -> "'" + kind + "'")
                .collect(Collectors.joining(", "));
    }
}
