package vn.plancascade.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.test.util.ReflectionTestUtils;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.support.ScriptedSmtpServer;

/** The server takes its time, and nothing else waits for it. */
interface SendingApart {

    MailFixture fixture();

    ScriptedSmtpServer server();

    BeanFactory beans();

    @Test
    default void theMailIsClaimedAndNoTransactionHoldsItWhileTheServerThinks() {
        MailFixture fixture = fixture();
        List<Object> seen = Collections.synchronizedList(new ArrayList<>());
        server().onMessage(() -> {
            seen.add(fixture.jdbc
                    .sql("select claimed_until > :now from mail for update skip locked")
                    .param("now", VietnamTime.offset(fixture.clock.instant()))
                    .query(Boolean.class)
                    .list());
            seen.add(fixture.dispatcher.nextDue().orElseThrow().isAfter(fixture.clock.instant()));
        });
        fixture.notice(fixture.duty("BV-1"), Rung.NEW, "bv1.head");
        fixture.dispatcher.runDue();
        assertThat(seen).containsExactly(List.of(true), true);
        assertThat(fixture.only().state()).isEqualTo(MailState.sent);
        assertThat(fixture.dispatcher.nextDue()).isEmpty();
    }

    @Test
    default void whatAnInstanceLeftBehindIsSentWhenItsClaimHasRunOut() {
        MailFixture fixture = fixture();
        server().stop();
        fixture.notice(fixture.duty("BV-1"), Rung.NEW, "bv1.head");
        fixture.dispatcher.runDue();
        server().start();
        fixture.later(Duration.ofMinutes(10));
        fixture.jdbc
                .sql("update mail set claimed_by = 'gone', claimed_until = :until")
                .param("until", VietnamTime.offset(fixture.clock.instant().plusSeconds(180)))
                .update();
        assertThat(fixture.dispatcher.runDue()).isZero();
        assertThat(fixture.dispatcher.nextDue())
                .hasValue(fixture.clock.instant().plusSeconds(180));
        fixture.later(Duration.ofMinutes(3));
        assertThat(fixture.dispatcher.runDue()).isEqualTo(1);
        assertThat(server().taken()).hasSize(1);
    }

    @Test
    default void aPassThatHasTakenItsTimeLeavesTheRestToTheNext() {
        MailFixture fixture = fixture();
        long duty = fixture.duty("BV-1");
        for (String login : List.of("bv1.head", "bv2.head", "syt.head")) {
            fixture.notice(duty, Rung.NEW, login);
        }
        Object settings = beans().getBean("mailSettings");
        Object usual = ReflectionTestUtils.getField(settings, "passLimit");
        ReflectionTestUtils.setField(settings, "passLimit", Duration.ZERO);
        try {
            assertThat(fixture.dispatcher.runDue()).isEqualTo(1);
            assertThat(fixture.mails.backlog(fixture.administrator()).waiting()).isEqualTo(2);
            assertThat(fixture.dispatcher.runDue()).isEqualTo(1);
            assertThat(fixture.dispatcher.runDue()).isEqualTo(1);
            assertThat(fixture.dispatcher.runDue()).isZero();
        } finally {
            ReflectionTestUtils.setField(settings, "passLimit", usual);
        }
        assertThat(server().taken()).hasSize(3);
    }

    @Test
    default void theAgeOfTheOldestWaitingMailIsKnown() {
        MailFixture fixture = fixture();
        assertThat(fixture.mails.backlog(fixture.administrator())).isEqualTo(new MailBacklog(0, null));
        fixture.notice(fixture.duty("BV-1"), Rung.NEW, "bv1.head");
        server().stop();
        fixture.dispatcher.runDue();
        fixture.later(Duration.ofMinutes(7));
        MailBacklog backlog = fixture.mails.backlog(fixture.administrator());
        assertThat(backlog.waiting()).isEqualTo(1);
        assertThat(backlog.age(fixture.clock.instant())).isEqualTo(Duration.ofMinutes(7));
    }
}
