package vn.plancascade.monitoring.web;

import java.time.LocalDate;
import vn.plancascade.deadline.DutyFilter;
import vn.plancascade.deadline.DutyFilter.AsOrganised;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.VietnamTime;

/** Which duties the monitor counts, in the address of its pages. Empty fields count as not given. */
record MonitorFilter(Long plan, DutyKind kind, String period, String asOf, AsOrganised organisation, String sort) {

    MonitorFilter {
        period = Names.clean(period);
        asOf = Names.clean(asOf);
        organisation = organisation == null ? AsOrganised.given : organisation;
        sort = Names.clean(sort);
    }

    MonitorFilter of(Long chosen) {
        return new MonitorFilter(chosen, kind, period, asOf, organisation, sort);
    }

    /** @throws vn.plancascade.kernel.InvalidInput if the day is none */
    DutyFilter duties() {
        return duties(VietnamTime.typedDay("asOf", asOf));
    }

    DutyFilter duties(LocalDate day) {
        return new DutyFilter(plan, kind, period, day, organisation, period == null);
    }

    /** Whether the day is past: lists show how duties stand now, and no number of that day leads to one. */
    public boolean isPast() {
        return asOf != null;
    }

    private Address at(String path) {
        return Address.of(path)
                .with("plan", plan)
                .with("kind", kind)
                .with("period", period)
                .with("asOf", asOf)
                .with("organisation", organisation == AsOrganised.given ? null : organisation);
    }

    /** The same figures on another page of the monitor. */
    public String on(String path) {
        return at(path).toString();
    }

    /** The table of provinces, grouped another way. */
    public String groupedBy(Enum<?> by) {
        return at("/monitor/provinces").with("by", by).toString();
    }

    /** The table as a file. */
    public String exported(Enum<?> by, String format) {
        return at("/monitor/provinces/export")
                .with("by", by)
                .with("sort", sort)
                .with("format", format)
                .toString();
    }

    /** The same table from the largest by this column; from the smallest where it is sorted so already. */
    public String sortedBy(Enum<?> by, String column) {
        return at("/monitor/provinces")
                .with("by", by)
                .with("sort", order(column).equals("descending") ? column : "-" + column)
                .toString();
    }

    /** How the table stands to this column, in the words of {@code aria-sort}. */
    public String order(String column) {
        if (column.equals(sort)) {
            return "ascending";
        }
        return ("-" + column).equals(sort == null ? ProvinceOrder.USUAL : sort) ? "descending" : "none";
    }

    /** The duties that are counted, as a list. */
    Address list() {
        return Address.of("/obligations")
                .with("plan", plan)
                .with("kind", kind)
                .with("period", period)
                .with("organisation", organisation == AsOrganised.given ? null : organisation);
    }

    /** Those of them with this mark. */
    public String marked(String name) {
        return list().with(name, true).toString();
    }

    /** Those of them on which the plan has closed. */
    public String notAccomplished() {
        return list().with("state", ObligationState.notAccomplished).toString();
    }

    /** Those of them that are overdue. */
    public String overdue() {
        return list().with("overdue", true).with("sort", "-daysLate").toString();
    }
}
