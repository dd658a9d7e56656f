package vn.plancascade.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.kernel.NotAllowed;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Role;
import vn.plancascade.support.CountedStatements;
import vn.plancascade.support.ScriptedSmtpServer;
import vn.plancascade.support.ScriptedSmtpServer.Step;

/** What becomes of mails when the server, the line or the address is bad. */
@Import(CountedStatements.class)
abstract class BadMailServerScenario extends MailFixture
        implements ManyMails, StaleNotices, SendingApart, OneMailAMorning {

    private static final Pattern MESSAGE_ID = Pattern.compile("(?m)^Message-ID: (.*)$");
    private static final ScriptedSmtpServer SERVER = new ScriptedSmtpServer();

    private static int begun;

    @Autowired
    BeanFactory beans;

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.port", SERVER::port);
    }

    @BeforeEach
    void serverBehaves() {
        SERVER.reset();
        // The dispatcher leaves a server that failed alone for a while: each test begins days after the one before.
        later(Duration.ofDays(4 * ++begun));
    }

    @Override
    public MailFixture fixture() {
        return this;
    }

    @Override
    public ScriptedSmtpServer server() {
        return SERVER;
    }

    @Override
    public BeanFactory beans() {
        return beans;
    }

    @AfterAll
    static void serverEnds() {
        SERVER.stop();
    }

    @Test
    void aServerThatIsDownLosesNothingAndEverythingGoesOutWhenItIsBack() {
        SERVER.stop();
        notice(duty("BV-1"), Rung.NEW, "bv1.head");
        notice(duty("BV-2"), Rung.NEW, "bv2.head");
        dispatcher.runDue();
        dispatcher.runDue();
        assertThat(all()).extracting(Mail::state).containsOnly(MailState.waiting);
        assertThat(all())
                .extracting(Mail::lastError)
                .filteredOn(error -> error != null)
                .hasSize(1);
        for (int i = 0; i < 20; i++) {
            later(Duration.ofMinutes(5));
            dispatcher.runDue();
        }
        assertThat(all()).extracting(Mail::state).containsOnly(MailState.waiting);

        SERVER.start();
        later(Duration.ofMinutes(5));
        dispatcher.runDue();
        assertThat(all()).extracting(Mail::state).containsOnly(MailState.sent);
        assertThat(SERVER.taken()).hasSize(2);
        assertThat(notices(Rung.NEW)).extracting("state").containsOnly("sent");
    }

    @Test
    void aReminderThatIsNoLongerTrueWhenTheServerIsBackIsDropped() {
        SERVER.stop();
        notice(duty("BVT-1"), Rung.NEW, "bvt.head");
        dispatcher.runDue();
        long settled = duty("BV-1");
        long extended = duty("BV-2", "drafting", "2023-03-27T00:00:00+07:00");
        notice(settled, Rung.REMIND_1, "bv1.head");
        notice(extended, Rung.OVERDUE, "2023-03-20", "bv2.head", null);
        jdbc.sql("update obligation set state = 'waived', settled_at = :now where id = :id")
                .param("now", VietnamTime.offset(clock.instant()))
                .param("id", settled)
                .update();

        SERVER.start();
        later(Duration.ofMinutes(10));
        dispatcher.runDue();

        assertThat(SERVER.taken()).hasSize(1);
        assertThat(notices(Rung.REMIND_1)).extracting("state").containsOnly("dropped");
        assertThat(notices(Rung.OVERDUE)).extracting("state").containsOnly("dropped");
    }

    @Test
    void aServerThatRefusesTheSenderIsLeftAloneAndNoMailIsGivenUpForIt() {
        SERVER.answer(Step.MAIL, "550 5.7.1 sender not allowed here");
        notice(duty("BV-1"), Rung.NEW, "bv1.head");
        notice(duty("BV-2"), Rung.NEW, "bv2.head");
        dispatcher.runDue();
        assertThat(SERVER.received()).isEmpty();
        assertThat(all()).extracting(Mail::state).containsOnly(MailState.waiting);
        later(Duration.ofMinutes(5));
        dispatcher.runDue();
        assertThat(all()).extracting(Mail::state).containsOnly(MailState.sent);
    }

    @Test
    void aTemporaryRefusalIsTriedAgainWithGrowingDelaysAndThenGivenUp() {
        notice(duty("BV-1"), Rung.NEW, "bv1.head");
        List<Duration> waits = new ArrayList<>();
        for (int attempt = 1; attempt <= 7; attempt++) {
            SERVER.answer(attempt % 2 == 0 ? Step.RCPT : Step.MESSAGE, "451 4.7.1 greylisted");
            dispatcher.runDue();
            Mail mail = only();
            assertThat(mail.state()).isEqualTo(MailState.waiting);
            assertThat(mail.attempts()).isEqualTo(attempt);
            assertThat(mail.lastError()).contains("451");
            Duration wait =
                    Duration.between(clock.instant(), mail.nextAttemptAt().toInstant());
            waits.add(wait);
            later(wait.minusSeconds(1));
            assertThat(dispatcher.runDue()).isZero();
            later(Duration.ofSeconds(1));
        }
        assertThat(waits).isSorted().doesNotHaveDuplicates().startsWith(Duration.ofMinutes(1));
        SERVER.answer(Step.DATA, "452 4.3.1 no space");
        dispatcher.runDue();
        assertThat(all())
                .extracting(Mail::recipient, Mail::state)
                .contains(org.assertj.core.groups.Tuple.tuple("bv1.head", MailState.dead));
        assertThat(SERVER.taken()).as("told one level up").hasSize(2);
    }

    @Test
    void aRefusalForGoodIsListedAtOnceAndToldOneLevelUp() {
        long duty = duty("BV-1");
        notice(duty, Rung.NEW, "bv1.head");
        SERVER.answer(Step.RCPT, "550 5.1.1 no such user");
        dispatcher.runDue();

        Mail dead = dead().get(0);
        assertThat(dead.recipient()).isEqualTo("bv1.head");
        assertThat(dead.lastError()).contains("Máy chủ thư từ chối", "550 5.1.1 no such user");
        assertThat(dead.subject()).startsWith("Triển khai Kế hoạch số 360/KH-BYT");
        assertThat(dead.nextAttemptAt()).isNull();
        assertThat(notices(Rung.NEW)).extracting("state").containsOnly("dead");
        assertThat(notices(Rung.UNDELIVERED)).extracting("recipient").containsExactly("syt.focal", "syt.head");
        assertThat(notices(Rung.UNDELIVERED)).extracting("occurrence").containsOnly("mail-" + dead.id());
        assertThat(notices(Rung.UNDELIVERED)).extracting("state").containsOnly("sent");
        assertThat(SERVER.taken()).hasSize(2);
    }

    @Test
    void aRefusedMessageIsGivenUpToo() {
        notice(duty("BV-1"), Rung.NEW, "bv1.head");
        SERVER.answer(Step.MESSAGE, "554 5.6.0 message content rejected");
        dispatcher.runDue();
        assertThat(dead()).extracting(Mail::recipient).containsExactly("bv1.head");
    }

    @Test
    void aDepartmentsFailedMailIsToldToTheFocalUnitAndNeverToACommitteeOrTheMinistry() {
        notice(duty("SYT-01"), Rung.NEW, "syt.head");
        SERVER.answer(Step.RCPT, "550 no such user");
        dispatcher.runDue();
        assertThat(notices(Rung.UNDELIVERED)).extracting("recipient").containsExactly("ttrb.head");
        assertThat(all()).extracting(Mail::recipient).doesNotContain("ubnd.head", "byt.head");
    }

    @Test
    void aFailedMailAboutAFailedMailGoesNoFurther() {
        notice(duty("BV-1"), Rung.NEW, "bv1.head");
        SERVER.answer(Step.RCPT, "550 a", "550 b", "550 c");
        dispatcher.runDue();
        assertThat(dead()).hasSize(3);
        assertThat(notices(Rung.UNDELIVERED)).hasSize(2);
        assertThat(dispatcher.runDue()).isZero();
    }

    @Test
    void anAddressThatIsMissingOrWrongNeverReachesTheServer() {
        long duty = duty("BV-1");
        List<String> wrong = new ArrayList<>(List.of("", "bv1", "bv1@", "bv1@localhost", "a b@example.vn"));
        wrong.add("bv1@example.vn\r\nBcc: all@example.vn");
        wrong.add(null);
        for (int i = 0; i < wrong.size(); i++) {
            address("bv1.head", wrong.get(i));
            notice(duty, Rung.RETURNED, "round-" + i, "bv1.head", null);
            dispatcher.runDue();
        }
        assertThat(dead()).extracting(Mail::recipient).containsOnly("bv1.head").hasSize(wrong.size());
        assertThat(dead())
                .extracting(Mail::lastError)
                .allSatisfy(error -> assertThat(error).contains("ịa chỉ thư điện tử"));
        assertThat(SERVER.received()).noneSatisfy(message -> assertThat(message).contains("bv1.head@"));
    }

    @Test
    void aMailSentAgainAfterTheLineDroppedBearsTheSameMessageId() {
        notice(duty("BV-1"), Rung.NEW, "bv1.head");
        SERVER.answer(Step.MESSAGE, ScriptedSmtpServer.DROP);
        dispatcher.runDue();
        assertThat(only().state()).isEqualTo(MailState.waiting);
        later(Duration.ofMinutes(1));
        dispatcher.runDue();
        assertThat(only().state()).isEqualTo(MailState.sent);
        assertThat(SERVER.received()).hasSize(2);
        assertThat(SERVER.received().stream()
                        .map(BadMailServerScenario::messageId)
                        .distinct())
                .hasSize(1)
                .allSatisfy(id -> assertThat(id).endsWith("@example.vn>"));
    }

    @Test
    void aLineThatDropsHoldsUpOneMailAndNotTheNext() {
        notice(duty("BV-1"), Rung.NEW, "bv1.head");
        notice(duty("BV-2"), Rung.NEW, "bv2.head");
        SERVER.answer(Step.RCPT, ScriptedSmtpServer.DROP);
        dispatcher.runDue();
        assertThat(all()).extracting(Mail::state).containsExactlyInAnyOrder(MailState.sent, MailState.waiting);
        later(Duration.ofMinutes(1));
        dispatcher.runDue();
        assertThat(all()).extracting(Mail::state).containsOnly(MailState.sent);
        assertThat(SERVER.taken()).hasSize(2);
    }

    @Test
    void aThousandMailsGoOverOneConnectionAndEachOnce() {
        long duty = duty("BV-1");
        IntStream.range(0, 1000).forEach(i -> {
            String login = "t." + i + "." + System.identityHashCode(this);
            person(login, "Người " + i, "vi", Role.reviewer, "BV-1");
            notice(duty, Rung.NEW, login);
        });
        assertThat(dispatcher.runDue()).isEqualTo(1000);
        assertThat(SERVER.connections()).isEqualTo(1);
        assertThat(SERVER.taken().stream().map(BadMailServerScenario::messageId).distinct())
                .hasSize(1000);
        assertThat(dispatcher.runDue()).isZero();
    }

    @Test
    void anAdministratorSendsADeadMailAgainToTheAddressThatTheReaderHasNow() {
        notice(duty("SYT-01"), Rung.NEW, "syt.head");
        SERVER.answer(Step.RCPT, "550 no such user");
        dispatcher.runDue();
        Mail dead = dead().get(0);
        address("syt.head", "giamdoc@example.vn");
        assertThat(mails.retry(administrator(), dead.id()).state()).isEqualTo(MailState.waiting);
        assertThat(notices(Rung.NEW)).extracting("state").containsOnly("waiting");
        dispatcher.runDue();
        assertThat(dead()).isEmpty();
        assertThat(SERVER.taken().get(SERVER.taken().size() - 1)).contains("<giamdoc@example.vn>");
        assertThatThrownBy(() -> mails.retry(administrator(), dead.id())).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> mails.retry(administrator(), 0)).isInstanceOf(NotFound.class);
    }

    @Test
    void allDeadMailsAreTriedAgainAtOnce() {
        notice(duty("SYT-01"), Rung.NEW, "syt.head");
        notice(duty("BVT-1"), Rung.NEW, "bvt.head");
        SERVER.answer(Step.RCPT, "550 a", "550 b");
        dispatcher.runDue();
        assertThat(mails.retryAll(administrator())).isEqualTo(2);
        dispatcher.runDue();
        assertThat(all()).extracting(Mail::state).containsOnly(MailState.sent);
    }

    @Test
    void onlyAdministratorsSeeAndRetryMails() {
        var head = organisation.actor("syt.head").orElseThrow();
        assertThatThrownBy(() -> mails.search(head, new MailQuery(null, null), new PageRequest(0, 10)))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> mails.retry(head, 1)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> mails.retryAll(head)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> texts.all(head)).isInstanceOf(NotAllowed.class);
    }

    private List<Mail> dead() {
        return mails.search(administrator(), new MailQuery(MailState.dead, null), new PageRequest(0, 100))
                .items();
    }

    static String messageId(String message) {
        Matcher matcher = MESSAGE_ID.matcher(message);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
