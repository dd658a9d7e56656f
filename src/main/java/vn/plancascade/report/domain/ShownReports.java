package vn.plancascade.report.domain;

import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.organisation.Actor;
import vn.plancascade.plan.Indicator;
import vn.plancascade.plan.NationalPlan;
import vn.plancascade.report.domain.FigureStore.Figures;
import vn.plancascade.report.domain.ReportRow.Version;

/** Puts together what a reader is shown of a report. */
@Component
class ShownReports {

    private final ReportStore store;
    private final FigureStore figures;
    private final ReportSums sums;
    private final FigureHistory history;
    private final ReportWorks works;
    private final ReportFacts facts;

    ShownReports(
            ReportStore store,
            FigureStore figures,
            ReportSums sums,
            FigureHistory history,
            ReportWorks works,
            ReportFacts facts) {
        this.store = store;
        this.figures = figures;
        this.sums = sums;
        this.history = history;
        this.works = works;
        this.facts = facts;
    }

    ShownReport inFull(Actor actor, Obligation duty, NationalPlan plan) {
        return of(actor, duty, plan, store.find(duty.id()).orElse(null), true);
    }

    /** For a list, which does without the codes of who is missing. */
    List<ShownReport> of(Actor actor, List<Obligation> duties, LongFunction<NationalPlan> plans) {
        Map<Long, ReportRow> reports = duties.isEmpty()
                ? Map.of()
                : store.find(duties.stream().map(Obligation::id).toList()).stream()
                        .collect(toMap(ReportRow::id, report -> report));
        Map<Long, NationalPlan> known = new HashMap<>();
        return duties.stream()
                .map(duty -> of(
                        actor, duty, known.computeIfAbsent(duty.planId(), plans::apply), reports.get(duty.id()), false))
                .toList();
    }

    private ShownReport of(Actor actor, Obligation duty, NationalPlan plan, ReportRow report, boolean inFull) {
        if (report == null) {
            return new ShownReport(
                    duty, 0, Map.of(), Map.of(), List.of(), inFull ? List.of() : null, 0, 0, null, null, null);
        }
        ReportWork work = works.of(duty, plan, report);
        int version = shownVersion(report);
        boolean live = version == 0 || report.acceptedVersion() == null && isDrafting(duty.state());
        Figures known = figures.of(duty.id(), version);
        Figures before = history.allYearBefore(work);
        Map<String, BigDecimal> own = known.own();
        Map<String, BigDecimal> totals = live ? sums.totalsNow(duty.id(), own) : known.totals();
        List<String> hidden =
                SmallCounts.mayKnow(actor, report) ? List.of() : SmallCounts.in(work.indicators(), own, totals);
        Map<String, Object> ownShown = shown(work, sums.complete(work, own, before.own()), known.words());
        Map<String, BigDecimal> complete = new LinkedHashMap<>(sums.complete(work, totals, before.totals()));
        hidden.forEach(code -> {
            ownShown.put(code, null);
            complete.put(code, null);
        });
        int expected;
        int accepted;
        List<String> missing = null;
        if (inFull) {
            ReportSums.Coverage coverage = sums.coverage(duty.id(), live ? null : version);
            expected = coverage.expected();
            accepted = coverage.accepted();
            missing = coverage.missing();
        } else {
            Version stored = store.version(duty.id(), version).orElse(null);
            expected = stored == null ? 0 : stored.expected();
            accepted = stored == null ? 0 : stored.accepted();
        }
        return new ShownReport(
                duty,
                version,
                ownShown,
                complete,
                hidden,
                missing,
                expected,
                accepted,
                work.period().dataFrom(),
                work.cutOff(),
                report.inWork() == null ? null : report.inWork().name());
    }

    private int shownVersion(ReportRow report) {
        return report.acceptedVersion() != null ? report.acceptedVersion() : facts.newestVersion(report);
    }

    private static boolean isDrafting(ObligationState state) {
        return state == ObligationState.drafting || state == ObligationState.revisionRequested;
    }

    private static Map<String, Object> shown(ReportWork work, Map<String, BigDecimal> own, Map<String, String> words) {
        Map<String, Object> figures = new LinkedHashMap<>();
        if (!own.isEmpty() || !words.isEmpty()) {
            for (Indicator indicator : work.indicators()) {
                BigDecimal value = own.get(indicator.code());
                figures.put(
                        indicator.code(),
                        switch (indicator.type()) {
                            case yesNo -> value == null ? null : value.signum() != 0;
                            case text -> words.get(indicator.code());
                            default -> value;
                        });
            }
        }
        return figures;
    }
}
