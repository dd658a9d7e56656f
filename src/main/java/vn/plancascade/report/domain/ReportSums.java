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

    private final FigureStore figures;
    private final ReportParts parts;

    ReportSums(FigureStore figures, ReportParts parts) {
        this.figures = figures;
        this.parts = parts;
    }

    /** The unit's own figures of a version. */
    public Map<String, BigDecimal> own(long id, int version) {
        return figures.own(id, version);
    }

    /** A version's own figures and those of what it accepted. */
    public Map<String, BigDecimal> totals(long id, int version) {
        return figures.totals(id, version);
    }

    /** The sums of what is accepted by now, and these figures of the unit's own. */
    public Map<String, BigDecimal> totalsNow(long id, Map<String, BigDecimal> own) {
        Map<String, BigDecimal> totals = new HashMap<>(figures.totalsOfAccepted(id));
        own.forEach((code, value) -> totals.merge(code, value, BigDecimal::add));
        return totals;
    }

    /** With what follows from the figures. */
    public Map<String, BigDecimal> complete(
            ReportWork work, Map<String, BigDecimal> known, Map<String, BigDecimal> yearBefore) {
        return known.isEmpty() ? Map.of() : Computation.complete(work.indicators(), known, yearBefore);
    }

    /** Whose figures are in a version, or would be in one put together now where it is null. */
    public Coverage coverage(long id, Integer version) {
        List<String> missing = parts.missing(id, version);
        int expected = parts.expected(id);
        return new Coverage(expected, expected - missing.size(), missing);
    }

    /** @param missing codes of the units that are not in it, through all tiers */
    public record Coverage(int expected, int accepted, List<String> missing) {}
}
