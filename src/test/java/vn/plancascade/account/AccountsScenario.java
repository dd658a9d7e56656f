package vn.plancascade.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.plancascade.account.domain.Accounts;
import vn.plancascade.account.domain.FirstAdministrator;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.notification.mail.MailDispatcher;
import vn.plancascade.organisation.Role;
import vn.plancascade.support.Api;
import vn.plancascade.support.Client;

/** The packaged application from its first start: the first administrator, invitations, resets, and who is kept out. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "plan-cascade.mail.scheduled=false",
            "plan-cascade.mail.from=Theo dõi kế hoạch <kehoach@example.vn>",
            "plan-cascade.base-url=https://kehoach.example.vn",
            "plan-cascade.web.trusted-proxies=127.0.0.1,::1",
            "spring.mail.host=127.0.0.1",
            "spring.mail.properties.mail.smtp.starttls.enable=false",
            "spring.mail.properties.mail.smtp.starttls.required=false"
        })
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class AccountsScenario {

    /** Each database's own: both may be run at the same time. */
    @Value("${logging.file.name}")
    Path log;

    private static final GreenMail SERVER = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static final Pattern LINK = Pattern.compile("https://kehoach\\.example\\.vn(/\\S+token=\\S+)");

    private static final String ADMIN = "quantri.byt";
    private static final String ADMIN_PASSWORD = "con mèo vàng ngủ trên mái ngói đỏ";
    private static final String HEAD = "tran.thi.b";
    private static final String HEAD_PASSWORD = "mưa rơi trên phố nhỏ ngày tháng ba";

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    FirstAdministrator first;

    @Autowired
    MailDispatcher dispatcher;

    @Autowired
    JdbcClient jdbc;

    private Client headsBrowser;

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry properties) {
        SERVER.start();
        properties.add("spring.mail.port", () -> SERVER.getSmtp().getPort());
    }

    @AfterAll
    void stop() {
        ClockUtil.reset();
        SERVER.stop();
    }

    @Test
    @Order(1)
    void theFirstAdministratorComesByTheTokenInTheLogOnce() throws Exception {
        // Other runs may have written to the same file before: the newest counts.
        String path = LINK.matcher(Files.readString(log))
                .results()
                .reduce((older, newer) -> newer)
                .orElseThrow()
                .group(1);
        assertThat(path).startsWith("/first-administrator?token=");
        assertThat(jdbc.sql("select count(*) from account_token where token_hash = :token")
                        .param("token", path.substring(path.indexOf('=') + 1))
                        .query(Long.class)
                        .single())
                .isZero();

        Client stranger = new Client(port);
        assertThat(stranger.page("/first-administrator?token=x").statusCode()).isEqualTo(404);
        HttpResponse<String> form = stranger.page(path);
        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(form.body()).contains("Quản trị viên đầu tiên", "Bộ Y tế");
        assertThat(form.body()).contains("id=\"unit-hint\"");
        assertThat(first.blank().unitCode()).isEmpty();

        Map<String, String> fields = new HashMap<>(Map.of(
                "token", path.substring(path.indexOf('=') + 1),
                "_csrf", Client.formToken(form),
                "login", ADMIN,
                "fullName", "Nguyễn Quản Trị",
                "email", "quantri@example.vn",
                "unitCode", "BYT",
                "unitName", "Bộ Y tế"));
        for (String weak : new String[] {"ngắn", "passwordpassword", "quantri.byt.2026", "matkhau123456"}) {
            fields.put("password", weak);
            fields.put("repeated", weak);
            HttpResponse<String> refused = stranger.form("/first-administrator", fields);
            assertThat(refused.statusCode()).as(weak).isEqualTo(422);
            assertThat(refused.body()).contains("id=\"password-error\"");
        }
        fields.put("password", ADMIN_PASSWORD);
        fields.put("repeated", "khác");
        assertThat(stranger.form("/first-administrator", fields).body()).contains("id=\"repeated-error\"");
        fields.put("repeated", ADMIN_PASSWORD);
        assertThat(stranger.form("/first-administrator", fields).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).contains("/login?ready"));
        assertThat(stranger.form("/first-administrator", fields).statusCode()).isEqualTo(404);
        assertThat(stranger.page(path).statusCode()).isEqualTo(404);

        assertThat(admin().get("/api/v1/units").body()).contains("\"BYT\"");
        assertThat(first.blank())
                .returns("BYT", FirstAdministrator.Application::unitCode)
                .returns("Bộ Y tế", FirstAdministrator.Application::unitName);
        assertThat(jdbc.sql("select password_hash from person where login = :login")
                        .param("login", ADMIN)
                        .query(String.class)
                        .single())
                .startsWith("{sha256-bcrypt}");
    }

    @Test
    @Order(2)
    void aBadPersonIsRefusedByField() {
        assertThat(created(Map.of("login", "trần b", "fullName", "B"))).containsExactly("login");
        assertThat(created(Map.of("login", "b b", "fullName", ""))).contains("login", "fullName");
        assertThat(created(Map.of("login", "ok", "fullName", "B", "email", "b@@x")))
                .containsExactly("email");
        assertThat(created(Map.of("login", "ok", "fullName", "B\r\nBcc: x@y.vn")))
                .containsExactly("fullName");
        assertThat(created(Map.of("login", "ok", "fullName", "B", "locale", "fr")))
                .containsExactly("locale");
        assertThat(created(Map.of("login", "ok", "fullName", "B", "phone", "gọi văn phòng")))
                .containsExactly("phone");
    }

    private Iterable<String> created(Map<String, String> person) {
        return answer(admin().post("/api/v1/people", json(person))).fields();
    }

    @Test
    @Order(3)
    void anInvitedPersonSetsAPasswordOnceAndLogsIn() throws Exception {
        assertThat(admin().post(
                                "/api/v1/people",
                                json(Map.of(
                                        "login",
                                        HEAD,
                                        "fullName",
                                        "Trần Thị B",
                                        "email",
                                        "b@example.vn",
                                        "phone",
                                        "024 3846 0000")))
                        .statusCode())
                .isEqualTo(201);
        assertThat(admin().get("/api/v1/people/" + HEAD).body()).contains("\"phone\":\"024 3846 0000\"");
        assertThat(admin().post("/api/v1/people", json(Map.of("login", HEAD, "fullName", "Khác")))
                        .statusCode())
                .isEqualTo(409);
        assertThat(role(
                        "/roles",
                        Map.of("unitCode", "BYT", "role", "head", "title", "Bộ trưởng", "from", "2020-01-01")))
                .isEqualTo(422);
        assertThat(role("/roles", Map.of("unitCode", "KHONG", "role", "head"))).isEqualTo(422);
        assertThat(role("/roles", Map.of("unitCode", "BYT", "role", "head", "title", "Bộ trưởng")))
                .isEqualTo(200);
        assertThat(role("/roles", Map.of("unitCode", "BYT", "role", "head"))).isEqualTo(409);
        assertThat(new Client(port).basic(HEAD, "").get("/api/v1/units").statusCode())
                .isEqualTo(401);

        assertThat(admin().post("/api/v1/people/" + HEAD + "/invitation", "{}").statusCode())
                .isEqualTo(204);
        assertThat(admin().post("/api/v1/people/invitations", "{}").body()).isEqualTo("{\"invited\":1}");
        dispatcher.runDue();
        // The second took the place of the first before either went out.
        assertThat(SERVER.getReceivedMessages()).hasSize(1);
        MimeMessage mail = SERVER.getReceivedMessages()[0];
        assertThat(mail.getSubject()).startsWith("Mời bạn dùng hệ thống");
        assertThat(mail.getAllRecipients()[0].toString()).contains("b@example.vn");
        assertThat(text(mail)).contains("Trần Thị B", HEAD);

        String path = link(mail);
        assertThat(path).startsWith("/account/token?token=");
        assertThat(setPassword(path, "ngắn", "ngắn").statusCode()).isEqualTo(422);
        assertThat(setPassword(path, HEAD_PASSWORD, HEAD_PASSWORD).statusCode()).isEqualTo(302);
        assertThat(new Client(port).page(path).statusCode()).isEqualTo(404);

        headsBrowser = new Client(port);
        assertThat(headsBrowser.login(HEAD, HEAD_PASSWORD).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).doesNotContain("error"));
        assertThat(headsBrowser.page("/").body()).contains("Trần Thị B");
        assertThat(headsBrowser.page("/people").statusCode()).isEqualTo(403);
        assertThat(headsBrowser.get("/api/v1/people/" + ADMIN).statusCode()).isEqualTo(200);
        assertThat(head().post("/api/v1/people", json(Map.of("login", "x.y", "fullName", "X")))
                        .statusCode())
                .isEqualTo(403);
    }

    private int role(String path, Map<String, String> body) {
        Map<String, String> withReason = new HashMap<>(body);
        withReason.put("reason", "Quyết định số 12/QĐ-BYT");
        return admin().post("/api/v1/people/" + HEAD + path, json(withReason)).statusCode();
    }

    @Test
    @Order(4)
    void aForgottenPasswordIsSetAnewAndEndsEverySession() throws Exception {
        Client stranger = new Client(port);
        String csrf = Client.formToken(stranger.page("/account/forgotten"));
        String nobody = stranger.form("/account/forgotten", Map.of("_csrf", csrf, "login", "khong.co"))
                .body();
        String somebody = stranger.form("/account/forgotten", Map.of("_csrf", csrf, "login", "B@example.vn"))
                .body();
        assertThat(somebody).isEqualTo(nobody).contains("Nếu có tài khoản như vậy");
        // Whether there is such a person is looked at afterwards: so far both have left the same.
        assertThat(jdbc.sql("select typed from account_request order by id")
                        .query(String.class)
                        .list())
                .containsExactly("khong.co", "B@example.vn");
        assertThat(jdbc.sql("select count(*) from mail where kind = 'reset'")
                        .query(Integer.class)
                        .single())
                .isZero();
        for (int i = 0; i < 10; i++) {
            stranger.form("/account/forgotten", Map.of("_csrf", csrf, "login", HEAD));
            accounts.meetRequests();
            dispatcher.runDue();
        }
        // The invitation, and no more than three resets in a quarter of an hour.
        assertThat(SERVER.getReceivedMessages()).hasSizeBetween(2, 4);
        MimeMessage[] mails = SERVER.getReceivedMessages();
        String newest = link(mails[mails.length - 1]);
        assertThat(setPassword(link(mails[1]), HEAD_PASSWORD + "!", HEAD_PASSWORD + "!")
                        .statusCode())
                .isEqualTo(mails.length == 2 ? 302 : 404);
        if (mails.length > 2) {
            assertThat(setPassword(newest, HEAD_PASSWORD + "!", HEAD_PASSWORD + "!")
                            .statusCode())
                    .isEqualTo(302);
        }
        assertThat(headsBrowser.page("/").statusCode()).isIn(302, 403);
        assertThat(head().get("/api/v1/units").statusCode()).isEqualTo(401);
        assertThat(new Client(port)
                        .basic(HEAD, HEAD_PASSWORD + "!")
                        .get("/api/v1/units")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    @Order(5)
    void aTokenRunsOut() throws Exception {
        admin().post(
                        "/api/v1/people",
                        json(Map.of(
                                "login", "le.van.c", "fullName", "Lê Văn C", "email", "c@example.vn", "locale", "en")));
        admin().post("/api/v1/people/le.van.c/invitation", "{}");
        dispatcher.runDue();
        MimeMessage[] mails = SERVER.getReceivedMessages();
        MimeMessage mail = mails[mails.length - 1];
        assertThat(mail.getSubject()).startsWith("Your invitation");
        String path = link(mail);
        assertThat(new Client(port).page(path).statusCode()).isEqualTo(200);
        ClockUtil.offset(Duration.ofDays(7).plusMinutes(1).toMillis());
        assertThat(new Client(port).page(path).statusCode()).isEqualTo(404);
        ClockUtil.reset();
    }

    @Test
    @Order(6)
    void aDisabledPersonIsOutAtOnceAndTheLastAdministratorStays() {
        Client head = new Client(port).basic(HEAD, HEAD_PASSWORD + "!");
        assertThat(head.get("/engine-rest/task").statusCode()).isEqualTo(200);
        assertThat(admin().send("PATCH", "/api/v1/people/" + HEAD, json(Map.of("enabled", false)), "application/json")
                        .statusCode())
                .isEqualTo(200);
        assertThat(head.get("/api/v1/units").statusCode()).isEqualTo(401);
        assertThat(head.get("/engine-rest/task").statusCode()).isEqualTo(401);
        admin().send("PATCH", "/api/v1/people/" + HEAD, json(Map.of("enabled", true)), "application/json");
        assertThat(head.get("/api/v1/tasks").statusCode()).isEqualTo(200);
        assertThat(role("/roles/end", Map.of("unitCode", "BYT", "role", "head")))
                .isEqualTo(200);
        assertThat(answer(head.get("/api/v1/units")).json().get("total").asInt())
                .isZero();

        assertThat(admin().send("PATCH", "/api/v1/people/" + ADMIN, json(Map.of("enabled", false)), "application/json")
                        .statusCode())
                .isEqualTo(409);
        assertThat(admin().post(
                                "/api/v1/people/" + ADMIN + "/roles/end",
                                json(Map.of("unitCode", "BYT", "role", "administrator", "reason", "Nghỉ hưu")))
                        .statusCode())
                .isEqualTo(409);
        assertThat(admin().page("/people/" + HEAD).body()).contains("Đã khóa tài khoản", "Đã kết thúc vai trò");
    }

    @Test
    @Order(7)
    void aGuesserIsSlowedDownAndRealPeopleStillLogIn() {
        // What was used up fills again as time passes: the clock stands still, so that it can be counted.
        Date now = ClockUtil.getCurrentTime();
        ClockUtil.setCurrentTime(now);
        String attacker = "203.0.113.9";
        int looked = 0;
        for (int i = 0; i < 300; i++) {
            // What the guesser writes into the header himself stands left of what the proxy adds, and helps nothing.
            String way = i % 3 == 0 ? attacker : "198.51.100." + i % 250 + ", " + attacker;
            int status = guess(way, "nguoi" + i % 100, "doan-mat-khau-" + i);
            assertThat(status).isIn(401, 429);
            looked += status == 401 ? 1 : 0;
        }
        assertThat(looked).isEqualTo(100);
        assertThat(guess(attacker, ADMIN, ADMIN_PASSWORD)).isEqualTo(429);
        assertThat(guess("198.51.100.7", ADMIN, ADMIN_PASSWORD)).isEqualTo(200);

        // One login from many addresses: its owner still comes in from where the owner came in before.
        for (int i = 0; i < 60; i++) {
            guess("192.0.2." + i, ADMIN, "doan-mat-khau");
        }
        assertThat(guess("192.0.2.200", ADMIN, ADMIN_PASSWORD)).isEqualTo(429);
        assertThat(guess("198.51.100.7", ADMIN, ADMIN_PASSWORD)).isEqualTo(200);

        Client form = new Client(port).with("X-Forwarded-For", attacker);
        assertThat(form.login(ADMIN, ADMIN_PASSWORD).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/login?wait"));
        assertThat(form.page("/login?wait").body()).contains("quá nhiều lần");

        ClockUtil.setCurrentTime(new Date(now.getTime() + Duration.ofMinutes(16).toMillis()));
        assertThat(guess(attacker, ADMIN, ADMIN_PASSWORD)).isEqualTo(200);
        ClockUtil.reset();
    }

    @Test
    @Order(8)
    void aMinistryComesIntoUseByItsFileAndItsMails() throws Exception {
        String units = "code,name,kind,reportsToCode,symbol\n"
                + "SYT-HN,Sở Y tế Hà Nội,DOH,BYT,SYT\nBV-01,Bệnh viện Mẫu,PROV_HOSPITAL,SYT-HN,BVM\n";
        String people = "login,fullName,email,unitCode,role,title\n"
                + "cv.bo,Phạm Soạn Thảo,cv.bo@example.vn,BYT,ministryDrafter,\n"
                + "ld.bo,Vũ Lãnh Đạo,ld.bo@example.vn,BYT,ministryLeader,Thứ trưởng\n"
                + "vt.bo,Hồ Văn Thư,vt.bo@example.vn,BYT,clerk,\n"
                + "gd.hn,Đỗ Giám Đốc,gd.hn@example.vn,SYT-HN,head,Giám đốc\n"
                + "cv.hn,Lý Chuyên Viên,cv.hn@example.vn,SYT-HN,drafter,\n";
        for (String csv : new String[] {units, people}) {
            assertThat(imported(csv).status()).isEqualTo(200);
        }
        settle();
        assertThat(answer(admin().post("/api/v1/people/invitations", "{}"))
                        .json()
                        .get("invited")
                        .asInt())
                .isGreaterThanOrEqualTo(5);
        dispatcher.runDue();
        for (MimeMessage mail : SERVER.getReceivedMessages()) {
            String login = mail.getAllRecipients()[0].toString().replaceAll(".*<|@.*", "");
            String password = "mật khẩu riêng của " + login + " mùa này";
            assertThat(setPassword(link(mail), password, password).statusCode())
                    .as(login)
                    .isEqualTo(302);
        }

        ObjectNode plan = Api.object()
                .put("year", today().getYear())
                .put("subject", "Kế hoạch phòng, chống tội phạm")
                .put("recipients", "Sở Y tế")
                .put("subPlanDeadline", today().plusDays(30).toString())
                .put("signatory", "ld.bo");
        plan.putArray("tasks")
                .addObject()
                .put("no", "1")
                .put("title", "Triển khai")
                .put("mandatory", true)
                .putArray("kinds")
                .add("DOH");
        plan.putArray("duties")
                .addObject()
                .put("kind", "DOH")
                .put("subPlan", true)
                .put("form", "full");
        assertThat(by("cv.bo").post("/api/v1/plans", plan.toString()).statusCode())
                .isEqualTo(201);
        complete("cv.bo", "userTask_draftNationalPlan", Api.object());
        complete("ld.bo", "userTask_approveNationalPlan", Api.object().put("decision", "approve"));
        complete(
                "vt.bo",
                "userTask_issueNationalPlan",
                Api.object().put("documentNumber", "1/KH-BYT").put("documentDate", today().toString()));
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> task("cv.hn", "userTask_draftSubPlan") != null);
        ObjectNode answers = Api.object();
        answers.putArray("items")
                .addObject()
                .put("taskNo", "1")
                .put("response", "adopted")
                .put("activity", "Ký kế hoạch phối hợp");
        complete("cv.hn", "userTask_draftSubPlan", answers);
        complete("gd.hn", "userTask_approveSubPlan", Api.object().put("decision", "approve"));
        // Without a clerk the approval issues: numbered and signed by the head.
        JsonNode duty = answer(by("gd.hn").get("/api/v1/obligations?kind=subPlan"))
                .json()
                .at("/items/0");
        assertThat(duty.get("state").asText()).isEqualTo("issued");
        assertThat(duty.get("documentNumber").asText()).isEqualTo("01/KH-SYT");
        dispatcher.runDue();
        assertThat(SERVER.getReceivedMessages())
                .anySatisfy(mail ->
                        assertThat(mail.getAllRecipients()[0].toString()).contains("gd.hn@example.vn"));
    }

    private Api.Answer imported(String csv) {
        String boundary = "----nhap";
        String body = "--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x.csv\"\r\nContent-Type: text/csv\r\n\r\n"
                + csv + "\r\n--" + boundary + "--\r\n";
        return answer(admin().send("POST", "/api/v1/units/import", body, "multipart/form-data; boundary=" + boundary));
    }

    private Client by(String login) {
        return new Client(port).basic(login, "mật khẩu riêng của " + login + " mùa này");
    }

    private String task(String login, String key) {
        return answer(by(login).get("/api/v1/tasks?key=" + key))
                .json()
                .at("/items/0/id")
                .asText(null);
    }

    /** Each way by which an administrator could come to act as somebody else, or give power away, and who hears of it. */
    @Test
    @Order(9)
    void aChangeByWhichAnAccountCouldBeTakenOverHasAReasonAndIsTold() throws Exception {
        settle();
        assertThat(change("cv.hn", Map.of("email", "ke.gian@example.vn"))).isEqualTo(200);
        assertThat(told()).containsExactly("cv.hn@example.vn", "gd.hn@example.vn", "ke.gian@example.vn");
        assertThat(change("cv.hn", Map.of("email", "ke.gian@example.vn", "fullName", "Lý Chuyên Viên")))
                .isEqualTo(200);
        assertThat(told()).isEmpty();

        admin().post("/api/v1/people/cv.hn/reset", "{}");
        dispatcher.runDue();
        String password = "mật khẩu riêng của cv.hn mùa này nữa";
        assertThat(setPassword(link(SERVER.getReceivedMessages()[0]), password, password)
                        .statusCode())
                .isEqualTo(302);
        SERVER.purgeEmailFromAllMailboxes();
        assertThat(told()).containsExactly("gd.hn@example.vn", "ke.gian@example.vn");

        for (Role role : Role.values()) {
            Map<String, String> body = Map.of("unitCode", "SYT-HN", "role", role.name());
            Api.Answer without = answer(admin().post("/api/v1/people/cv.hn/roles", json(body)));
            Api.Answer himself = answer(admin().post(
                            "/api/v1/people/" + ADMIN + "/roles",
                            json(Map.of("unitCode", "SYT-HN", "role", role.name(), "reason", "Vì cần"))));
            if (role.decides()) {
                assertThat(without.status()).as(role + " " + without.body()).isEqualTo(422);
                assertThat(without.fields()).containsExactly("reason");
                assertThat(himself.status()).as(role + " " + himself.body()).isEqualTo(403);
            } else {
                assertThat(without.status()).as(role + " " + without.body()).isIn(200, 409);
                assertThat(himself.status()).as(role + " " + himself.body()).isEqualTo(200);
            }
        }
        assertThat(told()).isEmpty();
        Map<String, String> deputy = Map.of("unitCode", "SYT-HN", "role", "deputy", "reason", "Quyết định số 7/QĐ-SYT");
        assertThat(admin().post("/api/v1/people/cv.hn/roles", json(deputy)).statusCode())
                .isEqualTo(200);
        dispatcher.runDue();
        assertThat(SERVER.getReceivedMessages())
                .hasSize(2)
                .allSatisfy(mail -> assertThat(text(mail))
                        .contains("Lý Chuyên Viên", "deputy:SYT-HN", "Quyết định số 7/QĐ-SYT", ADMIN));
        assertThat(told()).containsExactly("gd.hn@example.vn", "ke.gian@example.vn");
        assertThat(admin().page("/people/cv.hn").body()).contains("Quyết định số 7/QĐ-SYT");
        assertThat(answer(admin().post(
                                        "/api/v1/people/cv.hn/roles/end",
                                        json(Map.of("unitCode", "SYT-HN", "role", "deputy"))))
                        .fields())
                .containsExactly("reason");
        assertThat(admin().post("/api/v1/people/cv.hn/roles/end", json(deputy)).statusCode())
                .isEqualTo(200);
        assertThat(told()).containsExactly("gd.hn@example.vn", "ke.gian@example.vn");
    }

    /** Whoever finds a session open comes to no password by it, and one word over and over is none. */
    @Test
    @Order(11)
    void thePresentPasswordIsNotGuessedAndARepeatedWordIsNone() {
        Client browser = new Client(port);
        browser.login("ld.bo", "mật khẩu riêng của ld.bo mùa này");
        String csrf = Client.formToken(browser.page("/account"));
        Map<String, String> repeated = Map.of(
                "_csrf", csrf,
                "current", "mật khẩu riêng của ld.bo mùa này",
                "password", "admin0admin0admin0",
                "repeated", "admin0admin0admin0");
        assertThat(browser.form("/account/password", repeated).body()).contains("lặp lại");
        Map<String, String> guess = Map.of(
                "_csrf", csrf, "current", "đoán", "password", "một câu khác hẳn", "repeated", "một câu khác hẳn");
        for (int i = 0; i < 12; i++) {
            assertThat(browser.form("/account/password", guess).statusCode()).isEqualTo(422);
        }
        assertThat(browser.form("/account/password", guess).body()).contains("quá nhiều lần");
    }

    /** The same by a file: the reason is the one sent along, or the file's name. */
    @Test
    @Order(10)
    void anImportIsNoWayRoundIt() throws Exception {
        settle();
        String header = "login,fullName,email,unitCode,role,title\n";
        String himself = header + ADMIN + ",,,BYT,ministryLeader,\n";
        assertThat(imported(himself).status()).isEqualTo(403);
        assertThat(answer(admin().get("/api/v1/people/" + ADMIN)).body()).doesNotContain("ministryLeader");

        assertThat(imported(header + "cv.hn,,cv.hn@example.vn,SYT-HN,inspector,\n")
                        .status())
                .isEqualTo(200);
        dispatcher.runDue();
        assertThat(SERVER.getReceivedMessages())
                .anySatisfy(mail -> assertThat(text(mail)).contains("inspector:SYT-HN", "x.csv"));
        assertThat(told())
                .containsOnly("cv.hn@example.vn", "gd.hn@example.vn", "ke.gian@example.vn")
                .hasSize(5);
    }

    private int change(String login, Map<String, String> body) {
        return admin().send("PATCH", "/api/v1/people/" + login, json(body), "application/json")
                .statusCode();
    }

    private void settle() throws Exception {
        dispatcher.runDue();
        SERVER.purgeEmailFromAllMailboxes();
    }

    /** The addresses of mails that are due, in order. */
    private List<String> told() throws Exception {
        dispatcher.runDue();
        List<String> told = Arrays.stream(SERVER.getReceivedMessages())
                .map(AccountsScenario::address)
                .sorted()
                .toList();
        SERVER.purgeEmailFromAllMailboxes();
        return told;
    }

    private static String address(MimeMessage mail) {
        try {
            return ((InternetAddress) mail.getAllRecipients()[0]).getAddress();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private void complete(String login, String key, ObjectNode variables) {
        Api.Answer done = answer(by(login)
                .post(
                        "/api/v1/tasks/" + task(login, key) + "/complete",
                        Api.object().set("variables", variables).toString()));
        assertThat(done.status()).as(key + " " + done.body()).isBetween(200, 204);
    }

    private static LocalDate today() {
        return VietnamTime.dayOf(ClockUtil.getCurrentTime().toInstant());
    }

    private int guess(String address, String login, String password) {
        return new Client(port)
                .basic(login, password)
                .with("X-Forwarded-For", address)
                .get("/api/v1/units")
                .statusCode();
    }

    private HttpResponse<String> setPassword(String path, String password, String repeated) {
        Client client = new Client(port);
        HttpResponse<String> page = client.page(path);
        return page.statusCode() != 200
                ? page
                : client.form(
                        "/account/token",
                        Map.of(
                                "_csrf",
                                Client.formToken(page),
                                "token",
                                path.substring(path.indexOf('=') + 1),
                                "password",
                                password,
                                "repeated",
                                repeated));
    }

    private static String link(MimeMessage mail) throws Exception {
        Matcher link = LINK.matcher(text(mail));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private static String text(MimeMessage mail) throws Exception {
        Object content = mail.getContent();
        while (content instanceof MimeMultipart parts) {
            content = parts.getBodyPart(0).getContent();
        }
        return content == null ? GreenMailUtil.getBody(mail) : content.toString();
    }

    private Client admin() {
        return new Client(port).basic(ADMIN, ADMIN_PASSWORD);
    }

    private Client head() {
        return new Client(port).basic(HEAD, HEAD_PASSWORD);
    }

    private static String json(Map<String, ?> values) {
        return Api.JSON.<JsonNode>valueToTree(values).toString();
    }

    private static Api.Answer answer(HttpResponse<String> response) {
        return new Api.Answer(response.statusCode(), response.body());
    }
}
