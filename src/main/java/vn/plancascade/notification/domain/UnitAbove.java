package vn.plancascade.notification.domain;

import vn.plancascade.organisation.UnitKind;
import vn.plancascade.organisation.Valid;

/**
 * Whom a machine turns to above a unit: head and focal contact of the unit that it reports to, or of the plan's focal unit
 * where that is a ministry or a committee, which are never mailed, and for units that answer to the focal unit alone.
 */
final class UnitAbove {

    private UnitAbove() {}

    /** Joins their roles as {@code r} to a table with a column {@code unit_code}; binds {@code :day}, {@code :focalUnit}. */
    static String peopleOf(String alias) {
        return """
                join unit u on u.code = %1$s.unit_code
                left join unit_relation t on t.unit_code = %1$s.unit_code and %2$s
                left join unit a on a.code = t.superior_code
                join unit above on %3$s and above.code =
                  case when %4$s and not %5$s then a.code else :focalUnit end
                join role_assignment r on r.unit_code = above.code and r.role in ('head', 'focalContact') and %6$s
                """.formatted(
                        alias,
                        Valid.reportsTo("t"),
                        UnitKind.hasDuties("above.kind"),
                        UnitKind.hasDuties("a.kind"),
                        UnitKind.isUnderFocalUnit("u.kind"),
                        Valid.onDay("r"));
    }
}
