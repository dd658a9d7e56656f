package vn.plancascade.followup.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.WorkingDays;
import vn.plancascade.followup.domain.OpenDuties.Group;
import vn.plancascade.followup.domain.StagePolicy.Decided;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.notification.Rung;
import vn.plancascade.notification.Stage;
import vn.plancascade.notification.Stage.Audience;
import vn.plancascade.notification.Stage.Form;

/** A round that comes late tells every audience once, and the newest of what it missed. */
@Tag("quick")
class NewestRungsTest {

    private static final WorkingDays WEEKDAYS = day -> day.getDayOfWeek().getValue() < 6;

    /** Due at the first moment of Monday 20/03. */
    private static final Group GROUP = new Group(at("2023-03-20T00:00:00+07:00"), null);

    /** A small table: reminders to the unit, then the overdue rung, then above; Mondays are for the week's list. */
    private static final StagePolicy POLICY = (kind, workingDays, daysWaiting, weekday) -> {
        List<Decided> decided = new ArrayList<>();
        if (workingDays == -3) {
            decided.add(new Decided(Rung.REMIND_3, Set.of(Audience.drafter, Audience.holder), Form.mail));
        }
        if (workingDays == -1) {
            decided.add(new Decided(Rung.REMIND_1, Set.of(Audience.drafter, Audience.head), Form.mail));
        }
        if (workingDays == 0) {
            decided.add(new Decided(Rung.OVERDUE, Set.of(Audience.drafter, Audience.head), Form.mail));
        }
        if (workingDays == 2) {
            decided.add(new Decided(Rung.ESC_SUPERIOR, Set.of(Audience.superior), Form.mail));
            decided.add(new Decided(Rung.ESC_FOCAL, Set.of(Audience.inspector), Form.task));
        }
        if (workingDays > 0 && weekday.getValue() == 1) {
            decided.add(new Decided(Rung.WEEKLY, Set.of(Audience.inspector), Form.mail));
        }
        if (daysWaiting >= 2) {
            decided.add(new Decided(Rung.WAITING, Set.of(Audience.head), Form.mail));
        }
        return decided;
    };

    private static final NewestRungs NEWEST = new NewestRungs(POLICY, WEEKDAYS);

    @Test
    void aRoundOnTimeTellsItsMorningsRung() {
        assertThat(told(GROUP, "2023-03-16T08:00:00+07:00", "2023-03-17T08:00:00+07:00"))
                .containsExactly("REMIND_1 [drafter, head] on 2023-03-17");
        assertThat(told(GROUP, "2023-03-17T08:00:00+07:00", "2023-03-20T07:59:59+07:00"))
                .isEmpty();
        assertThat(told(GROUP, "2023-03-17T08:00:00+07:00", "2023-03-20T08:00:00+07:00"))
                .containsExactly("OVERDUE [drafter, head] on 2023-03-20");
    }

    @Test
    void ofWhatWasMissedEveryAudienceHearsTheNewestOnce() {
        // Off from the 14th to the 22nd: drafter and head hear that it is overdue, whoever holds it the last of its
        // own.
        assertThat(told(GROUP, "2023-03-14T08:00:00+07:00", "2023-03-22T08:00:00+07:00"))
                .containsExactly(
                        "ESC_SUPERIOR [superior] on 2023-03-22",
                        "ESC_FOCAL [inspector] task on 2023-03-22",
                        "OVERDUE [drafter, head] on 2023-03-20",
                        "REMIND_3 [holder] on 2023-03-15");
    }

    @Test
    void aTaskIsNoMail() {
        // The week's list of the 27th is a mail; the task of the 22nd is opened all the same.
        assertThat(told(GROUP, "2023-03-21T08:00:00+07:00", "2023-03-27T08:00:00+07:00"))
                .containsExactly(
                        "WEEKLY [inspector] on 2023-03-27",
                        "ESC_SUPERIOR [superior] on 2023-03-22",
                        "ESC_FOCAL [inspector] task on 2023-03-22");
    }

    @Test
    void aDraftThatWaitsIsAnotherMatterThanTheDeadline() {
        Group waiting = new Group(GROUP.dueAt(), LocalDate.of(2023, 3, 15));
        assertThat(told(waiting, "2023-03-16T08:00:00+07:00", "2023-03-20T08:00:00+07:00"))
                .containsExactly("OVERDUE [drafter, head] on 2023-03-20", "WAITING [head] on 2023-03-20");
    }

    @Test
    void whatComesOnceIsNamedByItsDeadlineItsWeekOrItsRound() {
        Group waiting = new Group(GROUP.dueAt(), LocalDate.of(2023, 3, 15));
        assertThat(stages(waiting, "2023-03-17T08:00:00+07:00", "2023-03-27T08:00:00+07:00"))
                .extracting(stage -> stage.rung() + " " + stage.occurrence() + " " + stage.waitingSince())
                .containsExactlyInAnyOrder(
                        "OVERDUE 2023-03-20 null",
                        "ESC_SUPERIOR 2023-03-20 null",
                        "ESC_FOCAL 2023-03-20 null",
                        "WEEKLY 2023-W13 null",
                        "WAITING null 2023-03-15");
    }

    @Test
    void noMoreThanAYearsMorningsAreLookedAt() {
        assertThat(NEWEST.mornings(at("2020-01-01T00:00:00+07:00"), at("2023-03-20T08:00:00+07:00")))
                .hasSize(250)
                .first()
                .isEqualTo(LocalDate.of(2023, 3, 20));
        assertThat(NEWEST.mornings(at("2023-03-17T08:00:00+07:00"), at("2023-03-19T23:00:00+07:00")))
                .isEmpty();
    }

    private static List<String> told(Group group, String before, String now) {
        return stages(group, before, now).stream()
                .map(stage -> "%s %s%s on %s"
                        .formatted(
                                stage.rung(),
                                stage.to().stream()
                                        .sorted(Comparator.comparing(Enum::name))
                                        .toList(),
                                stage.form() == Form.task ? " task" : "",
                                VietnamTime.dayOf(stage.morning())))
                .toList();
    }

    private static List<Stage> stages(Group group, String before, String now) {
        return NEWEST.of(DutyKind.subPlan, group, NEWEST.mornings(at(before), at(now)));
    }

    private static Instant at(String moment) {
        return OffsetDateTime.parse(moment).toInstant();
    }
}
