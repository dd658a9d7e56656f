package vn.plancascade.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.plancascade.deadline.Ageing;
import vn.plancascade.deadline.DutyFigures;
import vn.plancascade.deadline.DutyFigures.By;
import vn.plancascade.deadline.DutyFigures.Curve;
import vn.plancascade.deadline.DutyFilter;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.Lateness;
import vn.plancascade.deadline.Measures;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.deadline.StepLoad;
import vn.plancascade.deadline.WorkStep;
import vn.plancascade.organisation.Scope;

/** Every figure of every day, of each plan and of both together, beside one that is added up here from the histories alone. */
final class RawFigures {

    private static final ZoneId HERE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Scope ALL = new Scope(true, Set.of());

    private static final Map<By, Function<RawDuty, String>> KEYS = Map.of(
            By.province, duty -> text(duty.province()),
            By.superior, duty -> text(duty.superior()),
            By.unitKind, RawDuty::unitKind,
            By.unit, RawDuty::unit,
            By.period, RawDuty::period,
            By.state, RawDuty::state,
            By.step, RawDuty::step,
            By.ageing, RawDuty::ageing,
            By.day, duty -> RawDuty.day(duty.due()).minusDays(1).toString());

    private final DutyFigures figures;
    private final JdbcClient jdbc;
    private final Instant now;
    private final List<Long> plans;

    RawFigures(BeanFactory beans, List<Long> plans) {
        this.figures = beans.getBean(DutyFigures.class);
        this.jdbc = beans.getBean(JdbcClient.class);
        this.now = beans.getBean(Clock.class).instant();
        this.plans = plans;
    }

    void areThoseOfEachDay(LocalDate from) {
        for (LocalDate day = from; !day.isAfter(RawDuty.day(now)); day = day.plusDays(1)) {
            List<RawDuty> raw = RawDuty.all(jdbc, endOf(day));
            for (Long plan : plans) {
                List<RawDuty> its = of(raw, plan);
                DutyFilter filter = new DutyFilter(plan, null, null, day, null);
                String what = day + " " + plan;
                KEYS.forEach((by, key) -> assertThat(figures.summary(filter, by, ALL))
                        .as(what + " " + by)
                        .isEqualTo(grouped(its, key, RawFigures::measures)));
                for (By by : List.of(By.province, By.superior, By.unitKind)) {
                    assertThat(figures.lateness(filter, by, ALL))
                            .as(what + " late by " + by)
                            .isEqualTo(grouped(its, KEYS.get(by), RawFigures::lateness));
                }
                assertThat(figures.ageing(filter, ALL)).as(what + " ageing").isEqualTo(ageing(its));
                assertThat(figures.load(filter.of(DutyKind.subPlan), ALL))
                        .as(what + " load")
                        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("targetDays")
                        .containsExactlyInAnyOrderElementsOf(load(its));
                if (plan != null) {
                    curve(figures.curve(filter, ALL), its, what);
                }
            }
        }
    }

    private Instant endOf(LocalDate day) {
        Instant end = day.plusDays(1).atStartOfDay(HERE).toInstant().minus(1, ChronoUnit.MICROS);
        return end.isAfter(now) ? now : end;
    }

    static List<RawDuty> of(List<RawDuty> raw, Long plan) {
        return raw.stream().filter(duty -> plan == null || duty.plan() == plan).toList();
    }

    static <T> Map<String, T> grouped(
            List<RawDuty> duties, Function<RawDuty, String> key, Function<List<RawDuty>, T> figure) {
        Map<String, T> grouped = new HashMap<>();
        duties.stream()
                .collect(Collectors.groupingBy(key))
                .forEach((group, its) -> grouped.put(group, figure.apply(its)));
        return grouped;
    }

    static Measures measures(List<RawDuty> duties) {
        Map<ObligationState, Long> byState = new TreeMap<>();
        duties.forEach(duty -> byState.merge(ObligationState.valueOf(duty.state()), 1L, Long::sum));
        return new Measures(
                count(duties, RawDuty::isExpected),
                count(duties, RawDuty::isActual),
                count(duties, duty -> duty.isOnTime(duty.due())),
                count(duties, duty -> duty.isOnTime(duty.originalDue())),
                duties.size(),
                count(duties, RawDuty::started),
                count(duties, duty -> duty.isSettled() && !duty.state().equals("notRequired")),
                count(duties, RawDuty::isOverdue),
                byState);
    }

    static Lateness lateness(List<RawDuty> duties) {
        List<Long> days = days(duties, RawDuty::daysLate, duty -> duty.daysLate() > 0);
        return new Lateness(
                days.size(),
                share(days, 50),
                share(days, 90),
                share(days, 100),
                count(duties, duty -> duty.returned() > 0),
                count(duties, duty -> !duty.due().equals(duty.originalDue())));
    }

    private static List<Long> days(List<RawDuty> duties, Function<RawDuty, Long> days, Predicate<RawDuty> which) {
        return duties.stream().filter(which).map(days).sorted().toList();
    }

    /** The smallest of the numbers that this share of them does not exceed. */
    private static long share(List<Long> sorted, int percent) {
        return sorted.stream()
                .filter(day ->
                        sorted.stream().filter(other -> other <= day).count() * 100 >= (long) percent * sorted.size())
                .findFirst()
                .orElse(0L);
    }

    private static long count(List<RawDuty> duties, Predicate<RawDuty> which) {
        return duties.stream().filter(which).count();
    }

    private static Map<Ageing, Map<WorkStep, Long>> ageing(List<RawDuty> duties) {
        Map<Ageing, Map<WorkStep, Long>> cells = new HashMap<>();
        duties.stream()
                .filter(RawDuty::isOverdue)
                .forEach(duty -> cells.computeIfAbsent(Ageing.of(duty.ageing()), any -> new HashMap<>())
                        .merge(WorkStep.valueOf(duty.step()), 1L, Long::sum));
        return cells;
    }

    private static List<StepLoad> load(List<RawDuty> duties) {
        List<StepLoad> loads = new ArrayList<>();
        Map<String, List<RawDuty>> tasks = duties.stream()
                .filter(duty -> duty.kind().equals("subPlan") && duty.task() != null)
                .collect(Collectors.groupingBy(duty -> "userTask_" + duty.task() + "SubPlan"));
        tasks.forEach((task, standing) -> loads.add(new StepLoad(
                task,
                standing.size(),
                count(standing, RawDuty::isOverdue),
                share(days(standing, RawDuty::daysInStep, any -> true), 50),
                null)));
        return loads;
    }

    private static void curve(Curve curve, List<RawDuty> duties, String what) {
        assertThat(curve.expected()).as(what).isEqualTo(count(duties, RawDuty::isExpected));
        assertThat(curve.points()).as(what).isNotEmpty().allSatisfy(point -> {
            assertThat(point.issued())
                    .isEqualTo(
                            count(duties, duty -> duty.isActual() && duty.date().equals(point.day())));
            assertThat(point.cumulativeIssued())
                    .isEqualTo(count(
                            duties, duty -> duty.isActual() && !duty.date().isAfter(point.day())));
            assertThat(point.cumulativeDue())
                    .isEqualTo(count(
                            duties,
                            duty -> duty.isExpected()
                                    && !RawDuty.day(duty.due())
                                            .isAfter(point.day().plusDays(1))));
        });
    }

    private static String text(String code) {
        return code == null ? "" : code;
    }
}
