package vn.plancascade.deadline.domain;

/** Which duties a page of a list shows, as a select of their ids: only these are read whole. */
final class DutyPage {

    /** So many are sorted sooner than an index is walked along for them. */
    private static final int FEW = 2_000;

    private static final String UNIT = " join unit u on u.code = o.unit_code";

    private static final String PAGE = " limit :size offset :offset";

    private DutyPage() {}

    /** Where the duties are read from that a condition speaks of: each has a unit, which need not be visited unasked. */
    static String from(String where) {
        return " from obligation o" + (where.contains("u.") ? UNIT : "");
    }

    /**
     * The duties from {@code :offset} to {@code :end}, {@code :size} of them.
     *
     * <p>Few are found first and sorted then; many are read in the order of an index until the page is full. Of the latest
     * first, those that are late are sorted, and all others, equally late, come in the order of an index.
     *
     * @param total how many there are
     */
    static String of(DutyOrder order, String where, long total) {
        String sorted = " order by " + order.sql();
        if (total <= FEW) {
            return "select o.id" + found(where) + (order.sql().contains("u.") ? UNIT : "") + sorted + PAGE;
        }
        if (!order.name().equals("-daysLate")) {
            return "select o.id" + from(where + order.sql()) + where + sorted + PAGE;
        }
        String late = " and coalesce(" + WatchedSql.LATE + ", false)";
        String inTime = " and not coalesce(" + WatchedSql.LATE + ", false)";
        return "select k.id from ((select o.id, o.unit_code, " + WatchedSql.DAYS_LATE + " as late" + found(where + late)
                + sorted + " limit :end) union all (select o.id, o.unit_code, 0" + from(where) + where + inTime
                + " order by o.unit_code, o.id limit :end)) k order by k.late desc, k.unit_code, k.id" + PAGE;
    }

    /** An offset keeps a database from looking for rows in the order of an index. */
    private static String found(String where) {
        return " from (select o.*" + from(where) + where + " offset 0 rows) o";
    }
}
