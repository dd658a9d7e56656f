package vn.plancascade.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.engine.DueJobs;
import vn.plancascade.notification.PersonalLetter;
import vn.plancascade.support.Api;
import vn.plancascade.support.Client;
import vn.plancascade.support.DocumentText;

/** Letters that chase units of two plans: those that the ladder prepares, and those to units that an inspector chooses. */
final class ChasedByLetter {

    private static final String INSPECTOR = "thanhtra.bo";
    private static final String HEAD = "TTRB.thutruong";
    private static final String CLERK = "TTRB.vanthu";
    private static final String DRAFT = "userTask_draftChasingLetter";
    private static final String APPROVE = "userTask_approveChasingLetter";
    private static final String ISSUE = "userTask_issueChasingLetter";
    private static final Instant FIRST = Instant.parse("2023-03-19T17:00:00Z");

    private final int port;
    private final BeanFactory beans;
    private final JdbcClient jdbc;
    private final long plan;
    private final long other;
    private final List<Obligation> all;
    private final Instant now;

    /** @param all the duties of both plans as they stand */
    ChasedByLetter(int port, BeanFactory beans, long plan, long other, List<Obligation> all, Instant now) {
        this.port = port;
        this.beans = beans;
        this.jdbc = beans.getBean(JdbcClient.class);
        this.plan = plan;
        this.other = other;
        this.all = all;
        this.now = now;
    }

    /** On the fifth working morning, once; whoever has delivered or was given more time since then is not on it any more. */
    void theLadderPreparesOneLetterARoundForTheLeader() {
        List<JsonNode> prepared = items("/api/v1/chasing-letters?state=awaitingApproval&plan=" + plan);
        assertThat(prepared).hasSize(2).allSatisfy(letter -> {
            assertThat(letter.get("createdBy").isNull()).isTrue();
            assertThat(letter.get("unit").asText()).isEqualTo("TTRB");
        });
        assertThat(prepared.stream()
                        .map(letter -> letter.get("createdAt").asText().substring(0, 10)))
                .containsExactly("2023-03-31", "2023-03-27");
        assertThat(chased(prepared.get(1).get("id").asLong()))
                .hasSizeGreaterThan(5)
                .containsExactlyInAnyOrderElementsOf(ids(duty -> duty.planId() == plan
                        && duty.overdue(now)
                        && duty.dueAt().equals(FIRST)));
        assertThat(items("/api/v1/chasing-letters?plan=" + other)).isEmpty();
        assertThat(new Api(port, HEAD)
                        .tasks(APPROVE).stream()
                                .filter(task -> task.get("planId").asLong() == plan)
                                .toList())
                .hasSize(2);
        assertThat(mails("letterWaits")).contains(HEAD);
    }

    /** From the choice to the mail: drafted, returned, approved, numbered, sent, and seen by those whom it concerns alone. */
    void chosenUnitsGetALetterThatALeaderHasApproved() {
        List<Long> late = ids(duty -> duty.planId() == other && duty.kind() == DutyKind.subPlan && duty.overdue(now));
        long first = late.get(3);
        long second = late.get(4);
        long settled = ids(duty -> duty.planId() == other && duty.settled()).get(0);
        long onAnother = chased(items("/api/v1/chasing-letters?plan=" + plan)
                        .get(0)
                        .get("id")
                        .asLong())
                .get(0);
        ObjectNode order = order(first, second, settled, onAnother);
        assertThat(act(order.deepCopy().put("letters", "three")).status()).isEqualTo(400);
        assertThat(act(order.deepCopy().put("action", "remind").put("letters", "one"))
                        .fields())
                .containsExactly("letters");
        JsonNode preview = act(order).ok();
        assertThat(preview.get("refusals").findValuesAsText("reason"))
                .containsExactlyInAnyOrder("obligation.settled", "chase.open");
        assertThat(letterOf(first)).isEmpty();
        assertThat(done(order, preview).get("done").asInt()).isEqualTo(2);
        assertThat(act(order(first)).ok().at("/refusals/0/reason").asText()).isEqualTo("chase.open");

        Api inspector = new Api(port, INSPECTOR);
        String task = inspector.task(DRAFT);
        assertThat(inspector.draft(task).get("unitCount").asInt()).isEqualTo(2);
        assertThat(inspector
                        .complete(task, Api.object().put("contact", "").put("section", "P4/x"))
                        .fields())
                .containsExactlyInAnyOrder("contact", "section");
        ObjectNode wording = Api.object()
                .put("addition", "Cử một lãnh đạo trực tiếp phụ trách.")
                .put("contact", "Ông Nguyễn Văn A, 024.0000.0000")
                .put("section", "P4");
        inspector.put("/api/v1/tasks/" + task + "/draft", wording).ok();
        assertThat(DocumentText.ofPdf(inspector.bytes("/api/v1/tasks/" + task + "/document")))
                .contains("DỰTHẢO", "/TTrB-P4", "Cửmộtlãnhđạo", "024.0000.0000", name(first), name(second))
                .contains("Đangsoạnthảo", "Thủtrưởngcácđơnvịcótêntrongdanhsáchkèmtheo");
        inspector.complete(task, wording).ok();

        Api head = new Api(port, HEAD);
        Client reading = new Client(port);
        reading.login(HEAD, "demo");
        // Not the rounds of the plan that it is about.
        assertThat(reading.page("/tasks/" + letterTask(head, APPROVE)).body())
                .contains("Nguyễn Văn Thanh Tra")
                .doesNotContain("Lê Thị Soạn Thảo");
        head.complete(
                        letterTask(head, APPROVE),
                        Api.object().put("decision", "return").put("comment", "Bỏ ý phụ"))
                .ok();
        assertThat(inspector.draft(inspector.task(DRAFT)).get("returnedComment").asText())
                .isEqualTo("Bỏ ý phụ");
        inspector
                .complete(inspector.task(DRAFT), Api.object().putNull("addition"))
                .ok();
        head.complete(letterTask(head, APPROVE), Api.object().put("decision", "approve"))
                .ok();

        Api clerk = new Api(port, CLERK);
        String issue = clerk.task(ISSUE);
        ObjectNode number = Api.object().put("documentNumber", "88/TTrB-P4").put("documentDate", "2023-12-30");
        assertThat(clerk.complete(issue, number).fields()).containsExactly("documentDate");
        assertThat(clerk.complete(
                                issue, number.put("documentDate", "2023-04-06").put("signatory", "VPB.thutruong"))
                        .fields())
                .containsExactly("signatory");
        clerk.complete(issue, number.put("signatory", HEAD)).ok();
        beans.getBean(DueJobs.class).runDue();
        theLetterIsSentAndSeen(first, second);
    }

    private void theLetterIsSentAndSeen(long first, long second) {
        JsonNode letter = letterOf(first).get(0);
        assertThat(letter.get("state").asText()).isEqualTo("issued");
        assertThat(letter.get("documentNumber").asText()).isEqualTo("88/TTrB-P4");
        JsonNode units = new Api(port, INSPECTOR)
                .get("/api/v1/chasing-letters/" + letter.get("id").asLong())
                .ok()
                .get("units");
        assertThat(units.findValuesAsText("obligationId")).containsExactlyInAnyOrder("" + first, "" + second);
        assertThat(units.findValuesAsText("mailState")).doesNotContain("null").hasSize(2);
        assertThat(jdbc.sql(
                                "select count(*) from outgoing_register where unit_code = 'TTRB' and document_number = '88/TTrB-P4'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);

        long mail = jdbc.sql("select min(mail_id) from chasing_letter_mail where letter_id = :letter")
                .param("letter", letter.get("id").asLong())
                .query(Long.class)
                .single();
        PersonalLetter.Content content = ((ListableBeanFactory) beans)
                .getBeansOfType(PersonalLetter.class).values().stream()
                        .filter(kind -> kind.kind().equals("chasingLetter"))
                        .findFirst()
                        .orElseThrow()
                        .write(mail, null, Locale.forLanguageTag("vi"))
                        .orElseThrow();
        assertThat(content.subject()).contains("88/TTrB-P4", "6/4/2023");
        assertThat(DocumentText.ofPdf(content.attachments().get(0).content()))
                .contains("Số:88/TTrB-P4", name(first))
                .doesNotContain("DỰTHẢO", "Cửmộtlãnhđạo");

        Obligation duty = duty(first);
        Api drafter = new Api(port, duty.unitCode() + ".chuyenvien");
        JsonNode seen = drafter.get("/api/v1/obligations/" + first).ok();
        assertThat(seen.get("documents").findValuesAsText("kind")).contains("chasingLetter");
        assertThat(seen.get("history").findValuesAsText("event")).contains("chased");
        assertThat(page(drafter, "/obligations/" + first)).contains("88/TTrB-P4", "Công văn đôn đốc");
        assertThat(page(new Api(port, INSPECTOR), "/obligations/" + first))
                .contains(
                        "Có công văn đôn đốc",
                        "Thư: Quá hạn",
                        "người nhận; đã gửi",
                        "ngày ở bước này",
                        "class=\"token\"");
        assertThat(page(
                        new Api(port, INSPECTOR),
                        "/obligations?columns=unit&columns=letter&columns=letterState&plan=" + other))
                .contains("88/TTrB-P4");
        assertThat(drafter.get("/api/v1/chasing-letters?obligation=" + first)
                        .ok()
                        .get("items"))
                .hasSize(1);
        Api stranger =
                new Api(port, duty(ids(one -> one.planId() == other).get(0)).unitCode() + ".chuyenvien");
        assertThat(stranger.get("/api/v1/chasing-letters/" + letter.get("id").asLong())
                        .status())
                .isEqualTo(404);
        assertThat(new Api(port, INSPECTOR)
                        .get("/api/v1/audit?what=letterIssued&unit=" + duty.unitCode())
                        .ok()
                        .get("items"))
                .hasSize(1);
    }

    /** One to each department of health; a draft may be given up, and ends by itself when nobody on it is late any more. */
    void eachDepartmentMayGetALetterOfItsOwn() {
        List<Long> late = ids(duty -> duty.planId() == other && duty.kind() == DutyKind.subPlan && duty.overdue(now));
        long first = late.get(5);
        long second = late.get(6);
        ObjectNode order = order(first, second).put("letters", "bySuperior");
        assertThat(done(order, act(order).ok()).get("done").asInt()).isEqualTo(2);
        assertThat(List.of(first, second))
                .allSatisfy(
                        duty -> assertThat(letterOf(duty).get(0).get("toUnit").asText())
                                .isEqualTo(duty(duty).unitCode()));
        Api inspector = new Api(port, INSPECTOR);
        List<JsonNode> drafts = inspector.tasks(DRAFT);
        assertThat(drafts).hasSize(2);
        assertThat(DocumentText.ofPdf(inspector.bytes(
                        "/api/v1/tasks/" + drafts.get(0).get("id").asText() + "/document")))
                .contains("Kínhgửi:ThủtrưởngSởYtế", "Cácđơnvịcótêntrongdanhsách;");
        String given = drafts.get(0).get("id").asText();
        long gone = inspector
                        .draft(given)
                        .at("/units/0/unitCode")
                        .asText()
                        .equals(duty(first).unitCode())
                ? first
                : second;
        inspector.complete(given, Api.object().put("discard", true)).ok();
        assertThat(letterOf(gone).get(0).get("state").asText()).isEqualTo("discarded");
        long left = gone == first ? second : first;
        new Api(port, "lanhdao.bo")
                .post("/api/v1/obligations/" + left + "/waiver", Api.object().put("reason", "Giải thể"))
                .ok();
        assertThat(inspector.tasks(DRAFT)).isEmpty();
    }

    private ObjectNode order(long... duties) {
        ObjectNode order = Api.object().put("action", "chase").put("dryRun", true);
        var ids = order.putArray("ids");
        for (long duty : duties) {
            ids.add(duty);
        }
        return order;
    }

    private Api.Answer act(ObjectNode order) {
        return new Api(port, INSPECTOR).post("/api/v1/obligation-actions", order);
    }

    private JsonNode done(ObjectNode order, JsonNode preview) {
        act(order.deepCopy()
                        .put("dryRun", false)
                        .put("token", preview.get("token").asText()))
                .ok();
        String action = "/api/v1/obligation-actions/" + preview.get("id").asLong();
        Awaitility.await()
                .atMost(1, TimeUnit.MINUTES)
                .until(() -> new Api(port, INSPECTOR)
                        .get(action)
                        .ok()
                        .get("state")
                        .asText()
                        .equals("done"));
        return new Api(port, INSPECTOR).get(action).ok();
    }

    /** The newest of the person's tasks of this kind. */
    private static String letterTask(Api api, String key) {
        List<JsonNode> tasks = api.tasks(key);
        return tasks.get(tasks.size() - 1).get("id").asText();
    }

    private List<JsonNode> letterOf(long duty) {
        return items("/api/v1/chasing-letters?obligation=" + duty);
    }

    private List<JsonNode> items(String path) {
        List<JsonNode> items = new ArrayList<>();
        new Api(port, INSPECTOR).get(path).ok().get("items").forEach(items::add);
        return items;
    }

    private List<Long> chased(long letter) {
        return jdbc.sql("select obligation_id from chasing_letter_unit where letter_id = :letter order by 1")
                .param("letter", letter)
                .query(Long.class)
                .list();
    }

    private List<String> mails(String kind) {
        return jdbc.sql("select distinct recipient from mail where kind = :kind")
                .param("kind", kind)
                .query(String.class)
                .list();
    }

    private static String page(Api api, String path) {
        return new String(api.bytes(path), StandardCharsets.UTF_8);
    }

    private String name(long duty) {
        return duty(duty).unitName().replace(" ", "");
    }

    private Obligation duty(long id) {
        return all.stream().filter(one -> one.id() == id).findFirst().orElseThrow();
    }

    private List<Long> ids(Predicate<Obligation> which) {
        return all.stream().filter(which).map(Obligation::id).sorted().toList();
    }
}
