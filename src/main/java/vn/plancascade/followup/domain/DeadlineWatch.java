package vn.plancascade.followup.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.deadline.PlanTermsSource;
import vn.plancascade.deadline.WorkingDays;
import vn.plancascade.followup.domain.OpenDuties.Group;
import vn.plancascade.followup.domain.StagePolicy.Decided;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.notification.Rung;
import vn.plancascade.notification.Rung.Occurrence;
import vn.plancascade.notification.Stage;
import vn.plancascade.notification.StageNotices;

/**
 * The morning round over one plan's duties: it only writes notices and never changes a duty, so a deadline that moves needs
 * nothing moved here.
 *
 * <p>A round that comes late (the machine was off) looks at every working morning since the last one and takes the newest
 * rung of each sort only, so that nobody is told today what was true last week.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class DeadlineWatch {

    /** Mornings that a late round looks back at; whatever is older has been overtaken by the weekly rung. */
    private static final int LOOK_BACK = 60;

    /** Months after the plan's year in which its reports are still watched. */
    private static final int QUARTER = 3;

    private final OpenDuties duties;
    private final StagePolicy policy;
    private final StageNotices notices;
    private final Obligations obligations;
    private final PlanTermsSource plans;
    private final WorkingDays workingDays;
    private final Clock clock;

    DeadlineWatch(
            OpenDuties duties,
            StagePolicy policy,
            StageNotices notices,
            Obligations obligations,
            PlanTermsSource plans,
            WorkingDays workingDays,
            Clock clock) {
        this.duties = duties;
        this.policy = policy;
        this.notices = notices;
        this.obligations = obligations;
        this.plans = plans;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** Nhắc hạn. */
    public void remind(Round round) {
        Watched watched = round.watched();
        notices.tellUnits(watched.planId(), watched.kind(), watched.period(), stages(round));
    }

    /** Báo cấp trên. */
    public void escalate(Round round) {
        Watched watched = round.watched();
        String focalUnit = plans.terms(watched.planId()).focalUnit();
        notices.tellAbove(watched.planId(), watched.kind(), watched.period(), focalUnit, stages(round));
    }

    /** The rungs that have come since the round before. */
    private Set<Stage> stages(Round round) {
        List<LocalDate> mornings = mornings(round);
        Set<Stage> stages = new LinkedHashSet<>();
        for (Group group : duties.groups(round.watched())) {
            stages.addAll(newest(round.watched(), group, mornings));
        }
        return stages;
    }

    /** Newest first. */
    private List<LocalDate> mornings(Round round) {
        List<LocalDate> mornings = new ArrayList<>();
        for (Instant next = workingDays.nextMorning(round.before());
                !next.isAfter(round.now());
                next = workingDays.nextMorning(next)) {
            mornings.add(VietnamTime.dayOf(next));
        }
        Collections.reverse(mornings);
        return mornings.subList(0, Math.min(LOOK_BACK, mornings.size()));
    }

    private List<Stage> newest(Watched watched, Group group, List<LocalDate> mornings) {
        Map<Occurrence, List<Stage>> newest = new EnumMap<>(Occurrence.class);
        for (LocalDate morning : mornings) {
            Map<Occurrence, List<Stage>> come = new EnumMap<>(Occurrence.class);
            for (Decided decided : decide(watched, group, morning)) {
                come.computeIfAbsent(decided.rung().occurrence(), sort -> new ArrayList<>())
                        .add(stage(decided, group, morning));
            }
            come.forEach(newest::putIfAbsent);
        }
        return newest.values().stream().flatMap(List::stream).toList();
    }

    private List<Decided> decide(Watched watched, Group group, LocalDate morning) {
        long daysWaiting =
                group.waitingSince() == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(group.waitingSince(), morning));
        return policy.decide(
                watched.kind(),
                workingDays.distance(VietnamTime.dayOf(group.dueAt()), morning),
                (int) daysWaiting,
                morning.getDayOfWeek());
    }

    private static Stage stage(Decided decided, Group group, LocalDate morning) {
        Rung rung = decided.rung();
        return new Stage(
                rung,
                group.dueAt(),
                rung.occurrence() == Occurrence.ROUND ? group.waitingSince() : null,
                switch (rung.occurrence()) {
                    case DUE_DATE -> VietnamTime.dayOf(group.dueAt()).toString();
                    case WEEK ->
                        "%d-W%02d"
                                .formatted(
                                        morning.get(IsoFields.WEEK_BASED_YEAR),
                                        morning.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
                    case ROUND, DAY, MAIL -> null;
                },
                WorkingDays.morningOf(morning),
                decided.to(),
                decided.form());
    }

    /** Whether anything is owed still and the plan's year has not ended; reports of the year are watched for a quarter more. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean goesOn(Watched watched) {
        LocalDate end = LocalDate.of(plans.terms(watched.planId()).year() + 1, 1, 1);
        return VietnamTime.dayOf(clock.instant())
                        .isBefore(watched.kind() == DutyKind.subPlan ? end : end.plusMonths(QUARTER))
                && obligations.anyUnsettled(watched.planId(), watched.kind(), watched.period());
    }
}
