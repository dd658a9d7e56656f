package vn.plancascade.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.crypto.password.PasswordEncoder;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.NewUnit;
import vn.plancascade.organisation.Numbering;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.OrganisationAdmin;
import vn.plancascade.organisation.Person;
import vn.plancascade.organisation.Role;
import vn.plancascade.organisation.UnitKind;
import vn.plancascade.support.Client;
import vn.plancascade.worklist.WorkForm;
import vn.plancascade.worklist.WorkItem;

/** The whole application on a port of its own, as it is packaged: no demo profile, nobody in it but these. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:identity;MODE=PostgreSQL;DB_CLOSE_DELAY=-1",
            "plan-cascade.base-url=https://kehoach.example.vn",
            "plan-cascade.sessions.of-one-person=3"
        })
@Import(RunningApplication.Duties.class)
abstract class RunningApplication {

    static final String PASSWORD = "một mật khẩu dài";
    static final String DRAFTER = "nguyen.an";
    static final String COLLEAGUE = "tran.binh";
    static final String STRANGER = "le.chi";
    static final String ADMINISTRATOR = "quan.tri";

    private static final AtomicLong CASES = new AtomicLong(1);

    @LocalServerPort
    int port;

    @Autowired
    Organisation organisation;

    @Autowired
    OrganisationAdmin people;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    ProcessEngine engineBehindTheInterfaces;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ObjectMapper json;

    /** Camunda's interfaces find the engine in a register of the whole machine, where the last application has put its own. */
    @BeforeEach
    void engineOfThisApplication() {
        ProcessEngines.registerProcessEngine(engineBehindTheInterfaces);
    }

    @BeforeEach
    void peopleAndModel() {
        if (organisation.unit("UNIT-A").isPresent()) {
            return;
        }
        unit("UNIT-A");
        unit("UNIT-B");
        unit("MOH");
        person(DRAFTER, "Nguyễn Văn An", Role.drafter, "UNIT-A");
        person(COLLEAGUE, "Trần Thị Bình", Role.drafter, "UNIT-A");
        person(STRANGER, "Lê Thị Chi", Role.drafter, "UNIT-B");
        person(ADMINISTRATOR, "Phạm Quản Trị", Role.administrator, "MOH");
        repository
                .createDeployment()
                .addClasspathResource("identity/duty.bpmn")
                .addClasspathResource("identity/duty.form")
                .name("identity-test")
                .deploy();
    }

    private void unit(String code) {
        people.addUnit(new NewUnit(
                code,
                "Đơn vị " + code,
                UnitKind.DOH,
                null,
                null,
                null,
                null,
                "SYT",
                "Hà Nội",
                Numbering.register,
                LocalDate.of(2020, 1, 1),
                false));
    }

    void person(String login, String name, Role role, String unit) {
        people.addPerson(new Person(login, name, login + "@example.vn", "vi", true), encoder.encode(PASSWORD));
        people.assign(login, role, unit, null, LocalDate.of(2020, 1, 1));
    }

    /** Starts a case whose one task waits for the group. */
    String task(String group) {
        String id = runtime.startProcessInstanceByKey(
                        "identityDuty",
                        String.valueOf(CASES.getAndIncrement()),
                        Map.of("group", group, "due", Date.from(Instant.now().plusSeconds(86_400))))
                .getId();
        return tasks.createTaskQuery().processInstanceId(id).singleResult().getId();
    }

    Client client() {
        return new Client(port);
    }

    Client basic(String login) {
        return client().basic(login, PASSWORD);
    }

    /** Somebody who has logged in through the page. */
    Client session(String login) {
        Client client = client();
        client.login(login, PASSWORD);
        return client;
    }

    /** Somebody who has logged in through the page and opened Tasklist, with the webapps' own token. */
    Client webapp(String login) {
        Client client = session(login);
        client.page("/camunda/app/tasklist/default/");
        client.with("X-XSRF-TOKEN", client.cookies.get("XSRF-TOKEN"));
        return client;
    }

    JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (java.io.IOException notJson) {
            throw new AssertionError(text, notJson);
        }
    }

    @TestConfiguration
    static class Duties {

        @Bean
        WorkForm dutyForm() {
            return new DutyForm();
        }

        @Bean
        QueryMarker queryMarker() {
            return new QueryMarker();
        }
    }

    /** Tells whether an expression that names it was run. */
    public static final class QueryMarker {

        static final AtomicInteger TOUCHED = new AtomicInteger();

        public String touch() {
            TOUCHED.incrementAndGet();
            return "touched";
        }
    }

    /** A form with a field of each kind. */
    static final class DutyForm implements WorkForm {

        static volatile ObjectNode completedWith;

        @Override
        public String taskKey() {
            return "userTask_identityDuty";
        }

        @Override
        public ObjectNode prefill(WorkItem item, Actor actor) {
            ObjectNode data = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
            data.put("title", "Kế hoạch")
                    .put("count", 3)
                    .put("share", 0.5)
                    .put("urgent", true)
                    .put("text", "")
                    .putNull("note");
            data.putArray("items").addObject().put("name", "Việc 1");
            return data;
        }

        @Override
        public void checkDraft(WorkItem item, ObjectNode draft) {
            if (draft.path("title").asText("").length() > 20) {
                throw new InvalidInput("title", "required");
            }
        }

        @Override
        public Map<String, Object> complete(WorkItem item, ObjectNode data, Actor actor) {
            if (data.path("title").asText("").isEmpty()) {
                throw new InvalidInput(List.of(new vn.plancascade.kernel.Violation("title", "required")));
            }
            completedWith = data;
            return Map.of();
        }
    }
}
