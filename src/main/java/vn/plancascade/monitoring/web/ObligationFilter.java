package vn.plancascade.monitoring.web;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonFormat.Feature;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.plancascade.deadline.DutyFilter.AsOrganised;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.DutyMark;
import vn.plancascade.deadline.ObligationQuery;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.deadline.Watched;
import vn.plancascade.deadline.WorkStep;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.organisation.UnitKind;

/**
 * What of the list of duties is asked for, in the address of the page and of the interface alike; see {@link ObligationQuery} and
 * {@link Watched}. Empty fields count as not given.
 *
 * @param columns which columns are shown, in this order; null for those that the reader has chosen before
 */
record ObligationFilter(
        Long plan,
        Integer year,
        DutyKind kind,
        String period,
        String unit,
        String subtree,
        String province,

        @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        Set<ObligationState> state,

        Boolean overdue,
        String q,
        UnitKind unitKind,
        String superior,

        @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        Set<WorkStep> step,

        Integer daysLateFrom,
        Integer daysLateTo,
        Integer daysInStepFrom,
        Integer daysInStepTo,
        Boolean issuedLate,
        Boolean extended,
        Boolean returned,
        Boolean closedUnit,
        Boolean neverOpened,
        Boolean mailFailed,
        Boolean withoutHead,
        Boolean withoutAddress,
        AsOrganised organisation,
        List<DutyColumn> columns,
        String sort,
        String after,
        Integer page,
        Integer size) {

    ObligationFilter {
        period = Names.clean(period);
        unit = Names.code(unit);
        subtree = Names.code(subtree);
        province = Names.clean(province);
        state = state == null ? Set.of() : state;
        q = Names.clean(q);
        superior = Names.code(superior);
        step = step == null ? Set.of() : step;
        columns = columns == null || columns.isEmpty() ? null : columns;
        sort = Names.clean(sort);
        after = Names.clean(after);
    }

    ObligationQuery query() {
        return new ObligationQuery(
                plan,
                year,
                isCurrent(),
                kind,
                period,
                unit,
                subtree,
                state,
                overdue,
                q,
                province,
                new Watched(
                        unitKind,
                        superior,
                        step,
                        daysLateFrom,
                        daysLateTo,
                        daysInStepFrom,
                        daysInStepTo,
                        issuedLate,
                        extended,
                        returned,
                        closedUnit,
                        organisation,
                        marks()),
                sort,
                after);
    }

    /** Plans that have closed are asked for by their year, by name, or by what came of their duties. */
    private boolean isCurrent() {
        return plan == null && year == null && !state.contains(ObligationState.notAccomplished);
    }

    private Map<DutyMark.Name, Boolean> marks() {
        Map<DutyMark.Name, Boolean> marks = new EnumMap<>(DutyMark.Name.class);
        marks.put(DutyMark.Name.neverOpened, neverOpened);
        marks.put(DutyMark.Name.mailFailed, mailFailed);
        marks.put(DutyMark.Name.withoutHead, withoutHead);
        marks.put(DutyMark.Name.withoutAddress, withoutAddress);
        marks.values().removeIf(Objects::isNull);
        return marks;
    }

    PageRequest pageRequest() {
        return PageRequest.of(page, size);
    }

    /** How many of the filters are in use that the page keeps folded. */
    public long folded() {
        long chosen = Stream.of(
                        year,
                        period,
                        unit,
                        subtree,
                        province,
                        unitKind,
                        superior,
                        daysLateFrom,
                        daysLateTo,
                        daysInStepFrom,
                        daysInStepTo,
                        issuedLate,
                        extended,
                        returned,
                        closedUnit,
                        neverOpened,
                        mailFailed,
                        withoutHead,
                        withoutAddress)
                .filter(Objects::nonNull)
                .count();
        return chosen + Stream.of(state, step).filter(some -> !some.isEmpty()).count();
    }

    /** The same list at another page, counted from its beginning. */
    String atPage(int number) {
        return in("/obligations", sort).with("page", number).with("size", size).toString();
    }

    /** The same list from where this page ends. */
    String after(String place, int number) {
        return in("/obligations", sort)
                .with("page", number)
                .with("after", place)
                .with("size", size)
                .toString();
    }

    /** The same list from its start, by this column; the other way round where it is sorted by it already. */
    public String sortedBy(String column) {
        return in("/obligations", column.equals(sort) ? "-" + column : column)
                .with("size", size)
                .toString();
    }

    /** All that is filtered, as a file. */
    public String exported(String format) {
        return in("/api/v1/obligations/export", sort).with("format", format).toString();
    }

    /** Where a form keeps these filters by a name. */
    public String savedAt() {
        return in("/obligations/views", sort).toString();
    }

    /** Where a form keeps columns, to come back to this list. */
    public String columnsAt() {
        return in("/obligations/columns", sort).toString();
    }

    /** Where a form says what is to be done to many of these. */
    public String actedAt() {
        return in("/obligation-actions", sort).toString();
    }

    /** The filters alone, to be kept. */
    public String kept() {
        return in("/obligations", sort).toString();
    }

    /** The filters in one form, in whatever order they were given. */
    String canonical() {
        return Arrays.stream(in("/obligations", null).toString().split("[?&]"))
                .filter(part -> !part.startsWith("columns="))
                .sorted()
                .collect(Collectors.joining("&"));
    }

    /** How the list stands to this column, in the words of {@code aria-sort}. */
    public String order(String column) {
        if (column.equals(sort)) {
            return "ascending";
        }
        return ("-" + column).equals(sort) ? "descending" : "none";
    }

    private Address in(String path, String by) {
        Address address = Address.of(path)
                .with("plan", plan)
                .with("year", year)
                .with("kind", kind)
                .with("period", period)
                .with("unit", unit)
                .with("subtree", subtree)
                .with("province", province);
        state.forEach(one -> address.with("state", one));
        address.with("overdue", overdue).with("q", q).with("unitKind", unitKind).with("superior", superior);
        step.forEach(one -> address.with("step", one));
        address.with("daysLateFrom", daysLateFrom)
                .with("daysLateTo", daysLateTo)
                .with("daysInStepFrom", daysInStepFrom)
                .with("daysInStepTo", daysInStepTo)
                .with("issuedLate", issuedLate)
                .with("extended", extended)
                .with("returned", returned)
                .with("closedUnit", closedUnit)
                .with("neverOpened", neverOpened)
                .with("mailFailed", mailFailed)
                .with("withoutHead", withoutHead)
                .with("withoutAddress", withoutAddress)
                .with("organisation", organisation);
        if (columns != null) {
            columns.forEach(one -> address.with("columns", one));
        }
        return address.with("sort", by);
    }
}
