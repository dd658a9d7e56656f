package vn.plancascade.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.plancascade.kernel.VietnamTime.offset;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.organisation.NewUnit;
import vn.plancascade.organisation.Numbering;
import vn.plancascade.organisation.Person;
import vn.plancascade.organisation.Role;
import vn.plancascade.organisation.UnitKind;
import vn.plancascade.support.DocumentText;

/** What people are mailed, as a mail server receives it. */
abstract class MailScenario extends MailFixture {

    private static final String LAST_LINE =
            "Thư gửi tự động, không thay thế văn bản chính thức. Không gửi thông tin bí mật nhà nước hoặc thông tin riêng tư của cá nhân qua thư này.";

    private static final GreenMail SERVER = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry properties) {
        SERVER.start();
        properties.add("spring.mail.port", () -> SERVER.getSmtp().getPort());
    }

    @BeforeEach
    void emptyMailboxes() throws Exception {
        SERVER.purgeEmailFromAllMailboxes();
    }

    @AfterAll
    static void serverEnds() {
        SERVER.stop();
    }

    @Test
    void aPersonsWaitingNoticesBecomeOneMailUnderTheMostPressingSubject() throws Exception {
        at("2023-03-27T08:00:00+07:00");
        notice(duty("BV-1"), Rung.ESC_SUPERIOR, "syt.head");
        notice(duty("BV-2"), Rung.ESC_SUPERIOR, "syt.head");
        notice(duty("SYT-01"), Rung.NEW, "syt.head");
        dispatcher.runDue();
        MimeMessage mail = only("syt.head");
        assertThat(mail.getSubject())
                .isEqualTo(
                        "Báo cáo tình hình chậm ban hành kế hoạch: 2 đơn vị thuộc phạm vi theo dõi của Sở Y tế Hà Nội");
        for (String body : List.of(html(mail), text(mail))) {
            assertThat(body)
                    .contains("Kính gửi: Ông/Bà Trần Giám Đốc", LAST_LINE)
                    .contains("Bệnh viện đa khoa Đống Đa", "Bệnh viện Thanh Nhàn", "trước ngày 20/3/2023")
                    .contains("hết ngày 19/3, Chủ nhật; ngày làm việc cuối: thứ Sáu 17/3")
                    .contains("/obligations?overdue=true&" + (body.contains("<html") ? "amp;" : "") + "plan=" + plan)
                    .contains("Triển khai kế hoạch")
                    .doesNotContain("yêu cầu");
        }
        assertThat(only().subject()).isEqualTo(mail.getSubject());
        assertThat(notices(Rung.NEW)).extracting("state").containsOnly("sent");
    }

    @Test
    void aNewDutyIsToldInTheWordsAgreedWithALinkToTheWork() throws Exception {
        long duty = duty("BV-1");
        notice(duty, Rung.NEW, "bv1.head");
        notice(duty, Rung.NEW, "bv1.drafter");
        dispatcher.runDue();
        MimeMessage mail = only("bv1.head");
        assertThat(mail.getSubject())
                .isEqualTo(
                        "Triển khai Kế hoạch số 360/KH-BYT: đề nghị ban hành kế hoạch của đơn vị trước ngày 20/3/2023");
        assertThat(text(mail))
                .startsWith("Kính gửi: Thủ trưởng Bệnh viện đa khoa Đống Đa")
                .contains("https://kehoach.example.vn/obligations/" + duty + "/task")
                .doesNotContain("Người nhận thư");
        assertThat(text(only("bv1.drafter")))
                .contains("Kính gửi: Thủ trưởng Bệnh viện đa khoa Đống Đa")
                .contains("Người nhận thư: Ông/Bà Phạm Thị Soạn (Người soạn thảo)");
        assertThat(mail.getSentDate()).isEqualTo(java.util.Date.from(START));
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("From")[0])
                .as("a server need not take other letters in a header")
                .matches("[\\p{ASCII}]*");
        assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal()).isEqualTo("Theo dõi kế hoạch");
    }

    @Test
    void theFirstMailOfASubPlanBringsThePlanOnceAndNoOtherMailDoes() throws Exception {
        jdbc.sql("update national_plan set state = 'issued', issued_at = :now where id = :id")
                .param("now", offset(clock.instant()))
                .param("id", plan)
                .update();
        long first = duty("BV-1");
        notice(first, Rung.NEW, "bv1.head");
        notice(duty("BV-2"), Rung.NEW, "bv1.head");
        notice(first, Rung.NEW, "bv1.drafter");
        notice(duty("BVT-1"), Rung.REMIND_3, "bvt.head");
        dispatcher.runDue();
        MimeMultipart parts = (MimeMultipart) only("bv1.head").getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("application/pdf");
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("ke-hoach-360-KH-BYT.pdf");
        String printed =
                DocumentText.ofPdf(parts.getBodyPart(1).getInputStream().readAllBytes());
        assertThat(printed).contains("Số:360/KH-BYT", "Ngày16tháng3năm2023", "KẾHOẠCH");
        assertThat(text(only("bv1.head"))).contains("đã được ban hành");
        // The head registers what comes in where there is no clerk; the drafter has the link.
        assertThat(((MimeMultipart) only("bv1.drafter").getContent()).getCount())
                .isEqualTo(1);
        assertThat(text(only("bv1.drafter"))).contains("https://kehoach.example.vn/plans/" + plan);
        assertThat(((MimeMultipart) only("bvt.head").getContent()).getCount()).isEqualTo(1);
    }

    @Test
    void eachRungHasItsSubject() throws Exception {
        at("2023-03-14T08:00:00+07:00");
        assertThat(subject("BV-1", Rung.REMIND_3, "bv1.head"))
                .isEqualTo("Nhắc việc: còn 4 ngày làm việc để ban hành kế hoạch thực hiện Kế hoạch số 360/KH-BYT");
        assertThat(subject("BV-1", Rung.SUBMITTED, "bv1.head"))
                .isEqualTo("Kính trình duyệt: dự thảo kế hoạch PCTP, PCMBN năm 2023 của Bệnh viện đa khoa Đống Đa");
        assertThat(subject("BV-1", Rung.RETURNED, "bv1.drafter"))
                .isEqualTo("Dự thảo kế hoạch của Bệnh viện đa khoa Đống Đa được trả lại để hoàn thiện (lần 1)");
        at("2023-03-20T08:00:00+07:00");
        String overdue =
                "Quá hạn 1 ngày làm việc: Bệnh viện đa khoa Đống Đa chưa ban hành kế hoạch thực hiện Kế hoạch số 360/KH-BYT";
        assertThat(subject("BV-1", Rung.OVERDUE, "bv1.head")).isEqualTo(overdue);
        assertThat(subject("BV-1", Rung.WEEKLY, "bv1.head")).isEqualTo(overdue);
        assertThat(subject("BV-1", Rung.WEEKLY, "ttrb.head"))
                .isEqualTo(
                        "Báo cáo tình hình chậm ban hành kế hoạch: 1 đơn vị thuộc phạm vi theo dõi của Thanh tra Bộ");
        jdbc.sql("update obligation set due_at = :due where plan_id = :plan")
                .param("due", java.time.OffsetDateTime.parse("2023-03-28T00:00:00+07:00"))
                .param("plan", plan)
                .update();
        notice(duties("BV-1"), Rung.EXTENDED, "bv1.head");
        dispatcher.runDue();
        assertThat(last("bv1.head").getSubject())
                .isEqualTo(
                        "Thông báo gia hạn: Bệnh viện đa khoa Đống Đa ban hành kế hoạch trước ngày 28/3/2023 (hạn ban đầu: trước ngày 20/3/2023)");
    }

    @Test
    void aPrivateUnitIsAddressedWithoutItsHead() throws Exception {
        notice(duty("BVT-1"), Rung.NEW, "bvt.head");
        dispatcher.runDue();
        assertThat(text(only("bvt.head"))).startsWith("Kính gửi: Quý cơ quan, đơn vị");
    }

    @Test
    void aReaderOfEnglishIsWrittenToInEnglish() throws Exception {
        notice(duty("BV-2"), Rung.NEW, "bv2.head");
        dispatcher.runDue();
        MimeMessage mail = only("bv2.head");
        assertThat(mail.getSubject())
                .isEqualTo("Plan No. 360/KH-BYT: please issue your unit's plan before 20 March 2023");
        assertThat(html(mail)).contains("lang=\"en\"", "Open the task", "last working day");
    }

    @Test
    void aReturnShowsTheCommentAndNothingInItIsMarkup() throws Exception {
        notice(
                duty("BV-1"),
                Rung.RETURNED,
                "round-1",
                "bv1.drafter",
                "Bổ sung kinh phí\n<script>alert(1)</script> & <b>đậm</b>");
        dispatcher.runDue();
        MimeMessage mail = only("bv1.drafter");
        assertThat(html(mail))
                .contains("Bổ sung kinh phí", "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b&gt;đậm&lt;/b&gt;")
                .doesNotContain("<script");
        assertThat(text(mail)).contains("<script>alert(1)</script> & <b>đậm</b>");
    }

    @Test
    void lineBreaksInNamesAddNoHeader() throws Exception {
        String evil = "Bệnh viện\r\nBcc: all@example.vn\r\n\r\nxin chào";
        if (organisation.unit("EVIL").isEmpty()) {
            people.addUnit(new NewUnit(
                    "EVIL",
                    evil,
                    UnitKind.PROV_CENTER,
                    null,
                    null,
                    "SYT-01",
                    null,
                    null,
                    null,
                    Numbering.register,
                    SINCE,
                    false));
            people.addPerson(
                    new Person("evil.head", "Tên\r\nBcc: all@example.vn", "evil@example.vn", "vi", true), null);
            people.assign("evil.head", Role.head, "EVIL", null, SINCE);
        }
        address("evil.head", "evil@example.vn");
        notice(duty("EVIL"), Rung.SUBMITTED, "evil.head");
        dispatcher.runDue();
        MimeMessage mail = received("evil@example.vn").get(0);
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getSubject()).contains("Bệnh viện Bcc: all@example.vn xin chào");
        assertThat(Collections.list(mail.getAllHeaderLines())).noneMatch(line -> line.startsWith("Bcc"));
    }

    @Test
    void tasksAreNoMails() {
        notice(duty("BV-1"), Rung.ESC_FOCAL, "ttrb.head");
        assertThat(dispatcher.nextDue()).isEmpty();
        assertThat(dispatcher.runDue()).isZero();
        assertThat(all()).isEmpty();
    }

    @Test
    void ofNineHundredLateUnitsThirtyAreShownAndAllAreBehindTheButton() throws Exception {
        if (organisation.unit("M-1").isEmpty()) {
            for (int i = 1; i <= 900; i++) {
                unit("M-" + i, "Trung tâm y tế số " + i, UnitKind.PROV_CENTER, "SYT-01");
            }
        }
        at("2023-04-03T08:00:00+07:00");
        for (int i = 1; i <= 900; i++) {
            notice(duty("M-" + i), Rung.WEEKLY, "2023-W14", "ttrb.head", null);
        }
        assertThat(dispatcher.runDue()).isEqualTo(1);
        String html = html(only("ttrb.head"));
        assertThat(html.split("<tr valign=\"top\">")).hasSize(31);
        assertThat(html).contains("30 trong số 900").contains("/obligations?overdue=true");
        assertThat(html.length()).isLessThan(60_000);
    }

    @Test
    void manyPassesAtOnceSendEachMailOnce() throws Exception {
        for (String login : List.of("bv1.head", "bv2.head", "bvt.head", "syt.head", "syt.focal", "bv1.drafter")) {
            notice(duties("BV-1"), Rung.NEW, login);
        }
        ExecutorService instances = Executors.newFixedThreadPool(4);
        try {
            for (Future<Integer> pass :
                    instances.invokeAll(Collections.<Callable<Integer>>nCopies(8, dispatcher::runDue))) {
                pass.get();
            }
        } finally {
            instances.shutdownNow();
        }
        assertThat(SERVER.getReceivedMessages()).hasSize(6);
    }

    @Test
    void anAdministratorsWordsTakeTheProductsPlaceUntilTheyAreTakenBack() throws Exception {
        texts.change(
                administrator(),
                Rung.NEW,
                "vi",
                "Kế hoạch {plan} cho {unit}",
                "Kính đề nghị {unit} thực hiện.\nCảm ơn.");
        notice(duty("BV-1"), Rung.NEW, "bv1.head");
        dispatcher.runDue();
        assertThat(only("bv1.head").getSubject()).isEqualTo("Kế hoạch 360/KH-BYT cho Bệnh viện đa khoa Đống Đa");
        assertThat(text(only("bv1.head"))).contains("Kính đề nghị Bệnh viện đa khoa Đống Đa thực hiện.", LAST_LINE);
        assertThat(texts.reset(administrator(), Rung.NEW, "vi").changed()).isFalse();
        assertThat(texts.all(administrator())).noneMatch(MailText::changed);
    }

    @Test
    void aPlaceholderThatIsUnknownOrNotClosedIsRefusedByNameAndChangesNothing() {
        for (String wrong : List.of("Kế hoạch {so}", "Kế hoạch {plan", "Kế hoạch plan}", "Kế hoạch {}")) {
            assertThatThrownBy(() -> texts.change(administrator(), Rung.NEW, "vi", wrong, "Mở đầu {days"))
                    .isInstanceOfSatisfying(InvalidInput.class, refused -> {
                        assertThat(refused.violations())
                                .extracting(vn.plancascade.kernel.Violation::field)
                                .containsExactly("subject", "opening");
                        assertThat(refused.violations().get(0).args()[0].toString())
                                .isSubstringOf(wrong);
                        assertThat(refused.violations().get(0).args()[1].toString())
                                .contains("{plan}", "{deadline}");
                    });
        }
        assertThatThrownBy(() -> texts.change(administrator(), Rung.NEW, "vi", "Hai\ndòng", "x"))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> texts.change(administrator(), Rung.NEW, "fr", "a", "b"))
                .isInstanceOf(NotFound.class);
        assertThat(texts.all(administrator())).noneMatch(MailText::changed);
    }

    private String subject(String unit, Rung rung, String login) throws Exception {
        notice(duties(unit), rung, rung == Rung.RETURNED ? "round-1" : "2023-03-20", login, null);
        dispatcher.runDue();
        return last(login).getSubject();
    }

    /** The unit's one duty under the present plan. */
    private long duties(String unit) {
        return jdbc.sql("select id from obligation where plan_id = :plan and unit_code = :unit")
                .param("plan", plan)
                .param("unit", unit)
                .query(Long.class)
                .optional()
                .orElseGet(() -> duty(unit));
    }

    private static List<MimeMessage> received(String address) {
        return Arrays.stream(SERVER.getReceivedMessages())
                .filter(mail -> to(mail).equals(address))
                .toList();
    }

    private static MimeMessage only(String login) {
        List<MimeMessage> mails = received(login + "@example.vn");
        assertThat(mails).as(login).hasSize(1);
        return mails.get(0);
    }

    private static MimeMessage last(String login) {
        List<MimeMessage> mails = received(login + "@example.vn");
        return mails.get(mails.size() - 1);
    }

    private static String to(MimeMessage mail) {
        try {
            return ((InternetAddress) mail.getAllRecipients()[0]).getAddress();
        } catch (MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static String html(Part part) throws Exception {
        return content(part, "text/html");
    }

    private static String text(Part part) throws Exception {
        return content(part, "text/plain").replace("\r\n", "\n");
    }

    private static String content(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return part.getContent().toString();
        }
        if (part.getContent() instanceof MimeMultipart many) {
            for (int i = 0; i < many.getCount(); i++) {
                BodyPart inner = many.getBodyPart(i);
                String found = content(inner, type);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
