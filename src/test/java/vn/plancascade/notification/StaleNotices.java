package vn.plancascade.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.support.Readable;
import vn.plancascade.support.ScriptedSmtpServer;

/** What is no longer true when it could be sent is not sent. */
interface StaleNotices {

    /** What was to be told, and what happened before it could be. */
    enum Overtaken {
        ISSUED(
                Rung.REMIND_1,
                "2023-03-20",
                "update obligation set state = 'issued', settled_at = opens_at where id = :duty"),
        SIGNED(Rung.OVERDUE, "2023-03-20", "update obligation set document_date = date '2023-03-19' where id = :duty"),
        EXTENDED(
                Rung.OVERDUE,
                "2023-03-20",
                "update obligation set due_at = due_at + interval '7' day where id = :duty"),
        EXTENDED_AGAIN(
                Rung.EXTENDED,
                "2023-03-20",
                "update obligation set due_at = due_at + interval '7' day where id = :duty"),
        LATE_NO_MORE(
                Rung.WEEKLY, "2023-W14", "update obligation set due_at = due_at + interval '900' day where id = :duty"),
        WAIVED(
                Rung.NEW,
                "2023-03-20",
                "update obligation set state = 'waived', settled_at = opens_at where id = :duty"),
        WAIVED_AND_LATER_OWED(
                Rung.WAIVED, "on-2023-03-16", "update obligation set state = 'drafting' where id = :duty"),
        RETURNED_AGAIN(Rung.RETURNED, "round-1", "update obligation set times_returned = 2 where id = :duty"),
        SUBMITTED_AGAIN(Rung.RETURNED, "round-1", "update obligation set state = 'awaitingApproval' where id = :duty"),
        APPROVED(Rung.SUBMITTED, "round-0", "update obligation set state = 'awaitingIssue' where id = :duty"),
        RETURNED(Rung.WAITING, "round-0", "update obligation set times_returned = 1 where id = :duty"),
        NUMBERED(Rung.APPROVED, "round-0", "update obligation set state = 'issued' where id = :duty"),
        REPLACED(Rung.REVISION, "round-1", "update obligation set state = 'awaitingApproval' where id = :duty"),
        UNIT_CLOSED(Rung.NEW, "2023-03-20", "update unit set valid_to = date '2023-03-01' where code = 'BV-1'"),
        PERSON_DISABLED(Rung.NEW, "2023-03-20", "update person set enabled = false where login = 'bv1.head'"),
        ROLE_ENDED(
                Rung.NEW,
                "2023-03-20",
                "update role_assignment set valid_to = date '2023-03-01' where login = 'bv1.head' and role = 'head'"),
        PLAN_WITHDRAWN(
                Rung.NEW,
                "2023-03-20",
                "update national_plan set state = 'withdrawn' where id = (select plan_id from obligation where id = :duty)");

        private final Rung rung;
        private final String occurrence;
        private final String happened;

        Overtaken(Rung rung, String occurrence, String happened) {
            this.rung = rung;
            this.occurrence = occurrence;
            this.happened = happened;
        }
    }

    MailFixture fixture();

    ScriptedSmtpServer server();

    @ParameterizedTest
    @EnumSource
    default void whatHappenedBeforeAMailWasMadeOfItIsNotTold(Overtaken overtaken) {
        long duty = told(overtaken);
        happens(overtaken, duty);
        fixture().dispatcher.runDue();
        undo();
        assertThat(server().received()).isEmpty();
        assertThat(fixture().notices(overtaken.rung)).extracting("state").containsExactly("dropped");
        assertThat(fixture().all()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    default void whatHappenedWhileItsMailWaitedIsNotToldEither(Overtaken overtaken) {
        long duty = told(overtaken);
        server().stop();
        fixture().dispatcher.runDue();
        assertThat(fixture().only().state()).isEqualTo(MailState.waiting);
        happens(overtaken, duty);
        server().start();
        fixture().later(Duration.ofMinutes(10));
        fixture().dispatcher.runDue();
        undo();
        assertThat(server().received()).isEmpty();
        assertThat(fixture().notices(overtaken.rung)).extracting("state").containsExactly("dropped");
        assertThat(fixture().only().state()).isEqualTo(MailState.dropped);
        assertThat(fixture().dispatcher.nextDue()).isEmpty();
    }

    @Test
    default void thatNothingIsOwedAnyMoreIsToldThoughNothingElseIs() {
        long waived = fixture().duty("BV-1", "waived", "2023-03-20T00:00:00+07:00");
        long withdrawn = fixture().duty("BV-2", "withdrawn", "2023-03-20T00:00:00+07:00");
        fixture().notice(waived, Rung.NEW, "syt.head");
        fixture().notice(waived, Rung.WAIVED, "on-2023-03-16", "syt.head", "Đơn vị sáp nhập");
        fixture().notice(withdrawn, Rung.REMIND_3, "syt.head");
        fixture().notice(withdrawn, Rung.WITHDRAWN, "on-2023-03-16", "syt.head", "Ban hành nhầm");
        fixture().dispatcher.runDue();
        assertThat(server().taken()).hasSize(1);
        assertThat(Readable.text(server().taken().get(0)))
                .contains("được miễn", "Đơn vị sáp nhập", "thu hồi", "Ban hành nhầm")
                .contains("/obligations/" + waived, "/obligations/" + withdrawn)
                .doesNotContain("/task");
        assertThat(fixture().notices(Rung.NEW)).extracting("state").containsExactly("dropped");
        assertThat(fixture().notices(Rung.REMIND_3)).extracting("state").containsExactly("dropped");
    }

    @Test
    default void whatIsStillTrueOfAMailIsToldWithoutTheRest() {
        long settled = fixture().duty("BV-1");
        long open = fixture().duty("BV-2");
        server().stop();
        fixture().notice(settled, Rung.NEW, "syt.head");
        fixture().notice(open, Rung.NEW, "syt.head");
        fixture().dispatcher.runDue();
        happens(Overtaken.WAIVED, settled);
        server().start();
        fixture().later(Duration.ofMinutes(10));
        fixture().dispatcher.runDue();
        assertThat(server().taken()).hasSize(1);
        assertThat(Readable.text(server().taken().get(0)))
                .contains("/obligations/" + open)
                .doesNotContain("/obligations/" + settled);
        assertThat(fixture().notices(Rung.NEW)).extracting("state").containsExactlyInAnyOrder("dropped", "sent");
    }

    @Test
    default void aFailedMailThatWentOutAfterAllIsNoNewsAnyMore() {
        MailFixture fixture = fixture();
        fixture.notice(fixture.duty("BV-1"), Rung.NEW, "bv1.head");
        server().answer(ScriptedSmtpServer.Step.RCPT, "550 no such user");
        server().answer(ScriptedSmtpServer.Step.MAIL, "250 ok", "451 not now", "451 not now");
        fixture.dispatcher.runDue();
        assertThat(fixture.notices(Rung.UNDELIVERED)).extracting("state").containsOnly("waiting");
        long dead = fixture.mails
                .search(fixture.administrator(), new MailQuery(MailState.dead, null), new PageRequest(0, 10))
                .items()
                .get(0)
                .id();
        fixture.mails.retry(fixture.administrator(), dead);
        fixture.dispatcher.runDue();
        fixture.later(Duration.ofMinutes(5));
        fixture.dispatcher.runDue();
        assertThat(server().taken()).hasSize(1);
        assertThat(fixture.notices(Rung.UNDELIVERED)).extracting("state").containsOnly("dropped");
    }

    private long told(Overtaken overtaken) {
        MailFixture fixture = fixture();
        String state =
                switch (overtaken.rung) {
                    case SUBMITTED, WAITING -> "awaitingApproval";
                    case APPROVED -> "awaitingIssue";
                    case REVISION -> "revisionRequested";
                    case WAIVED -> "waived";
                    default -> "drafting";
                };
        long duty = fixture.duty("BV-1", state, "2023-03-20T00:00:00+07:00");
        if (overtaken.occurrence.equals("round-1")) {
            fixture.jdbc
                    .sql("update obligation set times_returned = 1 where id = :duty")
                    .param("duty", duty)
                    .update();
        }
        fixture.notice(duty, overtaken.rung, overtaken.occurrence, "bv1.head", null);
        fixture.jdbc.sql("update notice set role = 'head', role_unit = 'BV-1'").update();
        return duty;
    }

    private void happens(Overtaken overtaken, long duty) {
        fixture().jdbc.sql(overtaken.happened).param("duty", duty).update();
    }

    private void undo() {
        fixture().jdbc.sql("update unit set valid_to = null").update();
        fixture().jdbc.sql("update person set enabled = true").update();
        fixture()
                .jdbc
                .sql("update role_assignment set valid_to = null where login = 'bv1.head'")
                .update();
    }
}
