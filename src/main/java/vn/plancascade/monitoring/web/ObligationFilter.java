package vn.plancascade.monitoring.web;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.ObligationQuery;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.PageRequest;

/** The filters in the address of the list of duties; see {@link ObligationQuery}. Empty fields count as not given. */
record ObligationFilter(
        Long plan,
        DutyKind kind,
        String period,
        String unit,
        String subtree,
        String province,
        Set<ObligationState> state,
        Boolean overdue,
        String q,
        String sort,
        Integer page,
        Integer size) {

    ObligationFilter {
        period = Names.clean(period);
        unit = Names.code(unit);
        subtree = Names.code(subtree);
        province = Names.clean(province);
        state = state == null ? Set.of() : state;
        q = Names.clean(q);
        sort = Names.clean(sort);
    }

    ObligationQuery query() {
        return new ObligationQuery(plan, kind, period, unit, subtree, state, overdue, q, province, null, sort, null);
    }

    PageRequest pageRequest() {
        return PageRequest.of(page, size);
    }

    /** How many of the filters are in use that the page keeps folded. */
    public long folded() {
        long chosen = Stream.of(period, unit, subtree, province)
                .filter(Objects::nonNull)
                .count();
        return state.isEmpty() ? chosen : chosen + 1;
    }

    /** The same list at another page. */
    String atPage(int number) {
        return address(sort, number);
    }

    /** The same list from its start, by this column; the other way round where it is sorted by it already. */
    public String sortedBy(String column) {
        return address(column.equals(sort) ? "-" + column : column, null);
    }

    /** How the list stands to this column, in the words of {@code aria-sort}. */
    public String order(String column) {
        if (column.equals(sort)) {
            return "ascending";
        }
        return ("-" + column).equals(sort) ? "descending" : "none";
    }

    private String address(String by, Integer number) {
        Address address = Address.of("/obligations")
                .with("plan", plan)
                .with("kind", kind)
                .with("period", period)
                .with("unit", unit)
                .with("subtree", subtree)
                .with("province", province);
        state.forEach(one -> address.with("state", one));
        return address.with("overdue", overdue)
                .with("q", q)
                .with("sort", by)
                .with("page", number)
                .with("size", size)
                .toString();
    }
}
