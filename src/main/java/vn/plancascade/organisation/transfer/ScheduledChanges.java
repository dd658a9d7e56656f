package vn.plancascade.organisation.transfer;

/** Changes of units that were entered for a day to come, as statements that may be repeated. */
public final class ScheduledChanges {

    private static final String DUE = "c.unit_code = u.code and not c.applied and c.effective_from <= :today";

    /** Takes over what has come due; of several changes of one value the newest counts. */
    public static final String APPLY = "update unit u set "
            + attribute("name") + ", " + attribute("kind") + ", " + attribute("province_code") + ", "
            + attribute("email") + ", " + attribute("symbol") + ", " + attribute("place") + ", "
            + attribute("numbering") + " where u.code in (select d.unit_code from unit_change d"
            + " where not d.applied and d.effective_from <= :today)";

    public static final String DONE =
            "update unit_change set applied = true where not applied and effective_from <= :today";

    private ScheduledChanges() {}

    private static String attribute(String column) {
        return "%1$s = nullif(coalesce((select c.%1$s from unit_change c where %2$s and c.%1$s is not null"
                        .formatted(column, DUE)
                + " order by c.effective_from desc, c.id desc limit 1), u.%s), '-')".formatted(column);
    }
}
