package vn.plancascade.monitoring.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.DutyFigures;
import vn.plancascade.deadline.DutyFigures.Curve;
import vn.plancascade.deadline.DutyFilter;
import vn.plancascade.followup.LadderDays;
import vn.plancascade.followup.WrittenLetters;
import vn.plancascade.notification.Rung;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.plan.NationalPlan;
import vn.plancascade.web.Texts;

/** What a curve is seen beside: on which days somebody was reminded or chased, and how the year before went. */
@Component
class CurveMarks {

    private final LadderDays ladder;
    private final WrittenLetters letters;
    private final DutyFigures figures;
    private final Organisation organisation;
    private final Formats formats;
    private final Texts texts;

    CurveMarks(
            LadderDays ladder,
            WrittenLetters letters,
            DutyFigures figures,
            Organisation organisation,
            Formats formats,
            Texts texts) {
        this.ladder = ladder;
        this.letters = letters;
        this.figures = figures;
        this.organisation = organisation;
        this.formats = formats;
        this.texts = texts;
    }

    /**
     * @param letter whether a chasing letter was issued on that day
     * @param text what happened, in words
     */
    record Mark(boolean letter, String text) {}

    NavigableMap<LocalDate, Mark> of(DutyFilter filter) {
        NavigableMap<LocalDate, Set<Rung>> rungs = ladder.of(filter.plan(), filter.kind(), filter.period());
        List<LocalDate> written = letters.days(filter.plan(), filter.kind(), filter.period());
        Map<LocalDate, List<String>> said = new HashMap<>();
        rungs.forEach((day, some) -> said.computeIfAbsent(day, any -> new ArrayList<>())
                .addAll(some.stream().map(rung -> texts.of("rung." + rung)).toList()));
        written.forEach(
                day -> said.computeIfAbsent(day, any -> new ArrayList<>()).add(texts.of("letter.title")));
        return said.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> new Mark(written.contains(entry.getKey()), String.join("; ", entry.getValue())),
                        (one, other) -> one,
                        TreeMap::new));
    }

    CurvePicture picture(
            Actor actor,
            DutyFilter filter,
            Curve curve,
            NavigableMap<LocalDate, Mark> marks,
            List<NationalPlan> plans) {
        return CurvePicture.of(curve, yearBefore(actor, filter, plans), marks, formats);
    }

    /** The curve of the plan that this one was begun from, or that the same unit watched, of the year before; null where there was none. */
    private Curve yearBefore(Actor actor, DutyFilter filter, List<NationalPlan> plans) {
        NationalPlan now = plans.stream()
                .filter(plan -> Long.valueOf(plan.id()).equals(filter.plan()))
                .findFirst()
                .orElse(null);
        return now == null
                ? null
                : plans.stream()
                        .filter(plan -> plan.content().year() == now.content().year() - 1 && isOfSeries(plan, now))
                        .findFirst()
                        .map(plan -> figures.curve(
                                DutyFilter.now(plan.id(), filter.kind(), before(filter)), organisation.scopeOf(actor)))
                        .filter(curve -> curve.expected() > 0)
                        .orElse(null);
    }

    private static boolean isOfSeries(NationalPlan plan, NationalPlan now) {
        return now.copiedFrom() == null
                ? Objects.equals(now.content().focalUnit(), plan.content().focalUnit())
                : plan.id() == now.copiedFrom();
    }

    /** The period a year earlier: codes begin with their year. */
    private static String before(DutyFilter filter) {
        String period = filter.period();
        return period == null || !period.matches("\\d{4}.*")
                ? period
                : (Integer.parseInt(period.substring(0, 4)) - 1) + period.substring(4);
    }
}
