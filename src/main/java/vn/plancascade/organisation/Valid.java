package vn.plancascade.organisation;

/**
 * The one place that says which dated rows count on a day: those of {@code unit}, {@code unit_relation} and
 * {@code role_assignment}. A period is half open: {@code valid_to} is the first day on which the row no longer counts.
 *
 * <p>Conditions on the alias of a joined table, and no views: the day is that of the product's clock, which no database
 * knows. The statement binds it as {@code :day}, a date in Viet Nam.
 */
public final class Valid {

    private Valid() {}

    /** The row counts on {@code :day}. */
    public static String onDay(String alias) {
        return "(" + alias + ".valid_from <= :day and " + notEnded(alias, "day") + ")";
    }

    /** The row of {@code unit_relation} that says on {@code :day} whom its unit reports to; there is at most one a unit. */
    public static String reportsTo(String alias) {
        return "(" + alias + ".relation = '" + Relation.REPORTS_TO + "' and " + onDay(alias) + ")";
    }

    /** The row counts on the day of this parameter, or will later. */
    public static String notEnded(String alias, String dayParam) {
        return "(%1$s.valid_to is null or %1$s.valid_to > :%2$s)".formatted(alias, dayParam);
    }

    /** The unit has ended, and its people do nothing for it any more on {@code :day}. */
    public static String ended(String unit) {
        return "coalesce(%1$s.people_until, %1$s.valid_to) <= :day".formatted(unit);
    }
}
