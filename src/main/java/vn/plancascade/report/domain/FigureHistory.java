package vn.plancascade.report.domain;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The figures of other periods that stand beside a report's. */
@Service
@Transactional(readOnly = true)
public class FigureHistory {

    private final FigureStore figures;

    FigureHistory(FigureStore figures) {
        this.figures = figures;
    }

    Background background(ReportWork work) {
        return Background.of(work.calendar(), work.period(), work.indicators(), own(work));
    }

    /** The unit's own figures of the same period a year before; empty if there are none. */
    public Map<String, BigDecimal> ownYearBefore(ReportWork work) {
        return allYearBefore(work).own();
    }

    /** The unit's own figures of the period before; empty if there are none. */
    public Map<String, BigDecimal> ownPeriodBefore(ReportWork work) {
        return work.calendar().before(work.period()).map(own(work)).orElse(Map.of());
    }

    /** The sums of the same period a year before; empty if there are none. */
    public Map<String, BigDecimal> yearBefore(ReportWork work) {
        return allYearBefore(work).totals();
    }

    /** All figures of the same period a year before; none if there are none. */
    FigureStore.Figures allYearBefore(ReportWork work) {
        return figures.counting(
                        work.unit().code(),
                        work.plan(),
                        work.report().kind(),
                        work.period().yearBefore())
                .map(report -> figures.of(report.id(), report.version()))
                .orElseGet(FigureStore.Figures::none);
    }

    /** What the period before left open, by the indicators that begin with it. */
    public Map<String, BigDecimal> carried(ReportWork work) {
        return Background.carried(work.calendar(), work.period(), work.indicators(), own(work));
    }

    private Function<String, Map<String, BigDecimal>> own(ReportWork work) {
        return period -> figures.counting(
                        work.unit().code(), work.plan(), work.report().kind(), period)
                .map(report -> figures.own(report.id(), report.version()))
                .orElse(Map.of());
    }
}
