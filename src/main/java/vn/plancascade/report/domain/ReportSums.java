package vn.plancascade.report.domain;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Figures and sums as they are read: of a version that was put together, or as they stand now. */
@Service
@Transactional(readOnly = true)
public class ReportSums {

    private final ReportStore store;
    private final Reports reports;

    ReportSums(ReportStore store, Reports reports) {
        this.store = store;
        this.reports = reports;
    }

    /** The unit's own figures of a version. */
    public Map<String, BigDecimal> own(long id, int version) {
        return store.own(id, version);
    }

    /** A version's own figures and those of what it accepted. */
    public Map<String, BigDecimal> totals(long id, int version) {
        return store.totals(id, version);
    }

    /** The sums of what is accepted by now, and these figures of the unit's own. */
    public Map<String, BigDecimal> totalsNow(long id, Map<String, BigDecimal> own) {
        Map<String, BigDecimal> totals = new HashMap<>(store.totalsOfAccepted(id));
        own.forEach((code, value) -> totals.merge(code, value, BigDecimal::add));
        return totals;
    }

    /** With what follows from the figures. */
    public Map<String, BigDecimal> complete(
            Reports.Work work, Map<String, BigDecimal> figures, Map<String, BigDecimal> yearBefore) {
        return figures.isEmpty() ? Map.of() : Computation.complete(work.indicators(), figures, yearBefore);
    }

    /** The sums of the same period a year before. */
    public Map<String, BigDecimal> yearBefore(Reports.Work work) {
        return reports.yearBefore(work);
    }

    /** Whose figures are in a version, or would be in one put together now where it is null. */
    public Coverage coverage(long id, Integer version) {
        List<String> missing = store.missing(id, version);
        int expected = store.expected(id);
        return new Coverage(expected, expected - missing.size(), missing);
    }

    /** @param missing codes of the units that are not in it, through all tiers */
    public record Coverage(int expected, int accepted, List<String> missing) {}
}
