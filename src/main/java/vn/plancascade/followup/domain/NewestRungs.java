package vn.plancascade.followup.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.WorkingDays;
import vn.plancascade.followup.domain.OpenDuties.Group;
import vn.plancascade.followup.domain.StagePolicy.Decided;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.notification.Rung;
import vn.plancascade.notification.Rung.Occurrence;
import vn.plancascade.notification.Stage;
import vn.plancascade.notification.Stage.Audience;
import vn.plancascade.notification.Stage.Form;

/** Of the rungs that have come since the last round, the newest for each audience. */
final class NewestRungs {

    /** Mornings that a late round looks back at: a year's. */
    private static final int LOOK_BACK = 250;

    private final StagePolicy policy;
    private final WorkingDays workingDays;

    NewestRungs(StagePolicy policy, WorkingDays workingDays) {
        this.policy = policy;
        this.workingDays = workingDays;
    }

    /** The mornings of working days after the one moment and up to the other, the newest first. */
    List<LocalDate> mornings(Instant before, Instant now) {
        List<LocalDate> mornings = new ArrayList<>();
        for (Instant next = workingDays.nextMorning(before); !next.isAfter(now); next = workingDays.nextMorning(next)) {
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

    /** @param mornings working days, the newest first */
    List<Stage> of(DutyKind kind, Group group, List<LocalDate> mornings) {
        Set<Hearing> heard = new HashSet<>();
        List<Stage> newest = new ArrayList<>();
        for (LocalDate morning : mornings) {
            Set<Hearing> hearNow = new HashSet<>();
            for (Decided decided : decide(kind, group, morning)) {
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

    /** The task that has come for what was due at the moment, whenever it came. */
    Optional<Stage> task(DutyKind kind, Instant dueAt, LocalDate today) {
        Group group = new Group(dueAt, null);
        LocalDate morning = workingDays.sameOrNext(VietnamTime.dayOf(dueAt));
        for (int looked = 0; looked < LOOK_BACK && !morning.isAfter(today); looked++) {
            for (Decided decided : decide(kind, group, morning)) {
                if (decided.form() == Form.task) {
                    return Optional.of(stage(decided, decided.to(), group, morning));
                }
            }
            morning = workingDays.sameOrNext(morning.plusDays(1));
        }
        return Optional.empty();
    }

    private List<Decided> decide(DutyKind kind, Group group, LocalDate morning) {
        long daysWaiting =
                group.waitingSince() == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(group.waitingSince(), morning));
        return policy.decide(
                kind,
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
                    case ROUND, EVENT, DAY, MAIL -> null;
                },
                WorkingDays.morningOf(morning),
                to,
                decided.form());
    }
}
