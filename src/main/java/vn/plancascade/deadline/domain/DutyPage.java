package vn.plancascade.deadline.domain;

import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Which duties a page of a list shows, as a select of their ids: only these are read whole. */
final class DutyPage {

    /** So many are sorted sooner than an index is walked along for them. */
    static final int FEW = 2_000;

    private static final String UNIT = " join unit u on u.code = o.unit_code";

    private static final String PAGE = " limit :size offset :offset";

    private static final String NOT_LATE = "not coalesce(" + WatchedSql.late() + ", false)";

    private DutyPage() {}

    /** Where the duties are read from that a condition speaks of: each has a unit, which need not be visited unasked. */
    static String from(String where) {
        return " from obligation o" + (where.contains("u.") ? UNIT : "");
    }

    /**
     * The duties from {@code :offset} to {@code :end}, {@code :size} of them.
     *
     * <p>Few are found first and sorted then; many are read in the order of an index until the page is full. By days late,
     * those that are late come in the order of their indexes, and all others, equally late, in that of their units.
     *
     * @param total how many there are
     * @param full whether there are as many as the page reaches that meet a condition beside
     */
    static String of(DutyOrder order, String where, long total, Predicate<String> full) {
        String sorted = " order by " + order.sql();
        if (total <= FEW) {
            return "select o.id" + found(where) + (order.sql().contains("u.") ? UNIT : "") + sorted + PAGE;
        }
        if (order.isLatestFirst()) {
            String latest = WatchedSql.LATE.stream()
                    .map(late -> "(select o.id, o.unit_code, " + WatchedSql.DAYS_LATE + " as late" + from(where) + where
                            + " and " + late.condition() + " order by " + late.order()
                            + ", o.unit_code, o.id limit :end)")
                    .collect(Collectors.joining(" union all "));
            return byLateness(
                    full.test(WatchedSql.late()) ? latest : latest + " union all " + inTime(where), "k.late desc, ");
        }
        if (order.isLatestLast() && full.test(NOT_LATE)) {
            return byLateness(inTime(where), "");
        }
        return "select o.id" + from(where + order.sql()) + where + sorted + PAGE;
    }

    private static String byLateness(String found, String late) {
        return "select k.id from (" + found + ") k order by " + late + "k.unit_code, k.id" + PAGE;
    }

    private static String inTime(String where) {
        return "(select o.id, o.unit_code, 0 as late" + from(where) + where + " and " + NOT_LATE
                + " order by o.unit_code, o.id limit :end)";
    }

    /** An offset keeps a database from looking for rows in the order of an index. */
    private static String found(String where) {
        return " from (select o.*" + from(where) + where + " offset 0 rows) o";
    }
}
