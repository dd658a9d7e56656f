package vn.plancascade.deadline.domain;

import vn.plancascade.organisation.Valid;

/**
 * Name, kind, province and superior of a duty's unit on {@code :day}, as columns of {@code obligation}: what the unit was
 * when the duty was given and when it was settled is kept with the duty, whatever becomes of the unit.
 */
final class UnitThen {

    private static final String COLUMNS = "%1$s_name, %1$s_kind, %1$s_province, %1$s_superior";

    private static final String VALUES = "u.name, u.kind, u.province_code, then_under.superior_code";

    private static final String SUPERIOR =
            " left join unit_relation then_under on then_under.unit_code = u.code and " + Valid.reportsTo("then_under");

    private UnitThen() {}

    /** The columns of what the unit was when the duty was given, for an insert. */
    static String given() {
        return COLUMNS.formatted("given");
    }

    /** Their values, where {@code unit u} is joined with {@link #superior()}. */
    static String values() {
        return VALUES;
    }

    static String superior() {
        return SUPERIOR;
    }

    /** Sets what the unit is when a duty of a row {@code o} is settled; nothing where the condition does not hold. */
    static String settled(String condition) {
        return "(%s) = (select %s from unit u%s where u.code = o.unit_code and %s)"
                .formatted(COLUMNS.formatted("settled"), VALUES, SUPERIOR, condition);
    }
}
