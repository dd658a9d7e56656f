package vn.plancascade.followup.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
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
import vn.plancascade.notification.Stage.Audience;
import vn.plancascade.notification.Stage.Form;
import vn.plancascade.notification.StageNotices;

/**
 * The morning round over one plan's duties: it only writes notices and never changes a duty, so a deadline that moves needs
 * nothing moved here.
 *
 * <p>A round that comes late (the machine was off) looks at every working morning since the last one and takes for each
 * audience the newest rung that speaks to it: everybody hears once where the duty stands today, and nobody goes without a
 * word because somebody else's rung came later.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class DeadlineWatch {

    /** Mornings that a late round looks back at: a year's. */
    private static final int LOOK_BACK = 250;

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
        notices.tellUnits(come(round));
    }

    /** Báo cấp trên. */
    public void escalate(Round round) {
        notices.tellAbove(come(round));
    }

    private StageNotices.Stages come(Round round) {
        Watched watched = round.watched();
        String focalUnit = plans.terms(watched.planId()).focalUnit();
        return new StageNotices.Stages(watched.planId(), watched.kind(), watched.period(), focalUnit, stages(round));
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

    /** A task is told beside a mail, and a draft that waits beside a deadline: each has its own newest rung. */
    private record Hearing(Audience audience, Form form, boolean ofRound) {

        Hearing(Audience audience, Decided decided) {
            this(audience, decided.form(), decided.rung().occurrence() == Occurrence.ROUND);
        }
    }

    private List<Stage> newest(Watched watched, Group group, List<LocalDate> mornings) {
        Set<Hearing> heard = new HashSet<>();
        List<Stage> newest = new ArrayList<>();
        for (LocalDate morning : mornings) {
            Set<Hearing> hearNow = new HashSet<>();
            for (Decided decided : decide(watched, group, morning)) {
                Set<Audience> to = EnumSet.noneOf(Audience.class);
                decided.to().stream()
                        .filter(audience -> !heard.contains(new Hearing(audience, decided)))
                        .forEach(to::add);
                to.forEach(audience -> hearNow.add(new Hearing(audience, decided)));
                if (!to.isEmpty()) {
                    newest.add(stage(decided, to, group, morning));
                }
            }
            heard.addAll(hearNow);
        }
        return newest;
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

    private static Stage stage(Decided decided, Set<Audience> to, Group group, LocalDate morning) {
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
                to,
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
