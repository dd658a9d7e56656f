package vn.plancascade.notification;

import static vn.plancascade.kernel.VietnamTime.offset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import vn.plancascade.followup.process.FollowUpModel;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.notification.mail.MailDispatcher;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.NewUnit;
import vn.plancascade.organisation.Numbering;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.OrganisationAdmin;
import vn.plancascade.organisation.Person;
import vn.plancascade.organisation.Role;
import vn.plancascade.organisation.UnitKind;
import vn.plancascade.plan.NationalPlans;
import vn.plancascade.plan.PlanContent;
import vn.plancascade.worklist.FormData;

/**
 * The packaged application with a mail server of the test's: plan 360/KH-BYT, a department of health under a committee
 * with hospitals below it, and notices written by hand. Nothing is sent but by a pass that a test asks for.
 */
@SpringBootTest(
        properties = {
            "plan-cascade.mail.scheduled=false",
            "plan-cascade.mail.from=Theo dõi kế hoạch <kehoach@example.vn>",
            "plan-cascade.base-url=https://kehoach.example.vn/",
            "spring.mail.host=127.0.0.1",
            "spring.mail.properties.mail.smtp.starttls.enable=false",
            "spring.mail.properties.mail.smtp.starttls.required=false",
            // What is scripted for a server is told in the order of the mails.
            "plan-cascade.mail.connections=1"
        })
@DirtiesContext
abstract class MailFixture {

    static final LocalDate SINCE = LocalDate.of(2020, 1, 1);
    static final Instant START =
            OffsetDateTime.parse("2023-03-16T08:00:00+07:00").toInstant();
    static final String ADMINISTRATOR = "quantri";

    @Autowired
    MailDispatcher dispatcher;

    @Autowired
    Mails mails;

    @Autowired
    MailTexts texts;

    @Autowired
    Organisation organisation;

    @Autowired
    OrganisationAdmin people;

    @Autowired
    RepositoryService repository;

    @Autowired
    NationalPlans plans;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    long plan;

    @BeforeEach
    void countryAndPlan() throws IOException {
        ClockUtil.setCurrentTime(Date.from(START));
        for (String table : List.of("notice", "mail", "mail_text")) {
            jdbc.sql("delete from " + table).update();
        }
        jdbc.sql("update person set email = login || '@example.vn'").update();
        LocaleContextHolder.setLocale(Locale.forLanguageTag("vi"));
        if (organisation.unit("BYT").isEmpty()) {
            unit("BYT", "Bộ Y tế", UnitKind.MOH, null);
            unit("TTRB", "Thanh tra Bộ", UnitKind.MOH_INSPECTORATE, "BYT");
            unit("UBND-01", "UBND thành phố Hà Nội", UnitKind.COMMITTEE, null);
            unit("SYT-01", "Sở Y tế Hà Nội", UnitKind.DOH, "UBND-01");
            unit("BV-1", "Bệnh viện đa khoa Đống Đa", UnitKind.PROV_HOSPITAL, "SYT-01");
            unit("BV-2", "Bệnh viện Thanh Nhàn", UnitKind.PROV_HOSPITAL, "SYT-01");
            unit("BVT-1", "Bệnh viện tư nhân Hồng Ngọc", UnitKind.PRIV_HOSPITAL, "SYT-01");
            person("chuyenvien.bo", "Lê Thị Soạn Thảo", "vi", Role.ministryDrafter, "BYT");
            person(ADMINISTRATOR, "Quản Trị", "vi", Role.administrator, "BYT");
            person("ubnd.head", "Chủ tịch", "vi", Role.head, "UBND-01");
            person("byt.head", "Bộ trưởng", "vi", Role.head, "BYT");
            person("ttrb.head", "Chánh Thanh tra", "vi", Role.head, "TTRB");
            person("syt.head", "Trần Giám Đốc", "vi", Role.head, "SYT-01");
            person("syt.focal", "Đỗ Đầu Mối", "vi", Role.focalContact, "SYT-01");
            person("bv1.head", "Nguyễn Văn Giám", "vi", Role.head, "BV-1");
            person("bv1.drafter", "Phạm Thị Soạn", "vi", Role.drafter, "BV-1");
            person("bv2.head", "Lý Văn Hai", "en", Role.head, "BV-2");
            person("bvt.head", "Hồ Thị Tư", "vi", Role.head, "BVT-1");
            // Between tests the clock is the real one, by which somebody may have to enter the days off of Tết.
            repository.suspendProcessDefinitionByKey(FollowUpModel.DAYS_OFF_REMINDER, true, null);
        }
        plan = plans.create(organisation.actor("chuyenvien.bo").orElseThrow(), plan360())
                .id();
    }

    @AfterEach
    void clockRunsAgain() {
        ClockUtil.reset();
        LocaleContextHolder.resetLocaleContext();
    }

    private static PlanContent plan360() throws IOException {
        try (InputStream in = new ClassPathResource("sample/plan-360.json").getInputStream()) {
            return FormData.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), PlanContent.class);
        }
    }

    void unit(String code, String name, UnitKind kind, String reportsTo) {
        people.addUnit(new NewUnit(
                code, name, kind, null, null, reportsTo, null, null, null, Numbering.register, SINCE, false));
    }

    void person(String login, String name, String locale, Role role, String unit) {
        people.addPerson(new Person(login, name, login + "@example.vn", locale, true), null);
        people.assign(login, role, unit, null, SINCE);
    }

    /** A duty of the unit under the plan, open and due before 20/03. */
    long duty(String unit) {
        return duty(unit, "drafting", "2023-03-20T00:00:00+07:00");
    }

    long duty(String unit, String state, String dueAt) {
        jdbc.sql("""
                        insert into obligation (plan_id, kind, period, unit_code, form, opens_at, original_due_at, due_at, state)
                        values (:plan, 'subPlan', '2023', :unit, 'full', :now, :due, :due, :state)""")
                .param("plan", plan)
                .param("unit", unit)
                .param("now", offset(clock.instant()))
                .param("due", OffsetDateTime.parse(dueAt))
                .param("state", state)
                .update();
        return jdbc.sql("select max(id) from obligation").query(Long.class).single();
    }

    /** For the deadline in force. */
    void notice(long duty, Rung rung, String recipient) {
        LocalDate due = jdbc.sql("select due_at from obligation where id = :id")
                .param("id", duty)
                .query(OffsetDateTime.class)
                .single()
                .atZoneSameInstant(VietnamTime.ZONE)
                .toLocalDate();
        notice(duty, rung, due.toString(), recipient, null);
    }

    void notice(long duty, Rung rung, String occurrence, String recipient, String detail) {
        jdbc.sql("""
                        insert into notice (obligation_id, rung, occurrence, recipient, channel, detail, created_at)
                        values (:duty, :rung, :occurrence, :recipient, :channel, :detail, :now)""")
                .param("duty", duty)
                .param("rung", rung.name())
                .param("occurrence", occurrence)
                .param("recipient", recipient)
                .param("channel", rung == Rung.ESC_FOCAL ? "task" : "mail")
                .param("detail", detail)
                .param("now", offset(clock.instant()))
                .update();
    }

    void later(Duration duration) {
        ClockUtil.setCurrentTime(Date.from(clock.instant().plus(duration)));
    }

    void at(String moment) {
        ClockUtil.setCurrentTime(Date.from(OffsetDateTime.parse(moment).toInstant()));
    }

    Actor administrator() {
        return organisation.actor(ADMINISTRATOR).orElseThrow();
    }

    List<Mail> all() {
        return mails.search(administrator(), new MailQuery(null, null), new PageRequest(0, 2000))
                .items();
    }

    Mail only() {
        List<Mail> all = all();
        if (all.size() != 1) {
            throw new AssertionError(all.size() + " mails: " + all);
        }
        return all.get(0);
    }

    List<Map<String, Object>> notices(Rung rung) {
        return jdbc.sql("select recipient, state, detail, occurrence from notice where rung = :rung order by recipient")
                .param("rung", rung.name())
                .query()
                .listOfRows();
    }

    void address(String login, String address) {
        jdbc.sql("update person set email = :address where login = :login")
                .param("address", address)
                .param("login", login)
                .update();
    }
}
