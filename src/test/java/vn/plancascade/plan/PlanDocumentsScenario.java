package vn.plancascade.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.plancascade.kernel.Sha256;
import vn.plancascade.notification.mail.MailDispatcher;
import vn.plancascade.organisation.UnitKind;
import vn.plancascade.support.Api;
import vn.plancascade.support.Cascade;
import vn.plancascade.support.Client;
import vn.plancascade.support.DocumentText;
import vn.plancascade.support.Pdfs;
import vn.plancascade.support.PlansByHand;
import vn.plancascade.support.ReadersWriteNothing;
import vn.plancascade.support.WordFiles;

/**
 * Plans, sub-plans and chasing letters as documents, and the layouts that office staff put in the place of the product's,
 * over HTTP. Time only goes forward.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "plan-cascade.mail.scheduled=false")
@ActiveProfiles("demo")
@Import(ReadersWriteNothing.class)
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class PlanDocumentsScenario {

    private static final String UNIT = "CUC-YTDP";
    private static final String OTHER = "CUC-ATTP";
    private static final String LAYOUT = "/api/v1/document-layouts/subPlan";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext beans;

    @Autowired
    MailDispatcher dispatcher;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    private PlansByHand plans;
    private long plan;
    private byte[] own;

    @BeforeAll
    void sampleIsLoaded() {
        new Cascade(port).awaitSample();
        plans = new PlansByHand(beans);
        own = as("vanthu.bo").bytes(LAYOUT + "/file");
    }

    // The national plan

    @Test
    @Order(1)
    void theMinistrysDraftIsADocumentAtEachOfItsTasks() {
        Api drafter = as("chuyenvien.bo");
        String text = DocumentText.ofPdf(
                drafter.bytes("/api/v1/tasks/" + drafter.task("userTask_draftNationalPlan") + "/document"));
        assertThat(text)
                .contains("DỰTHẢO", "KẾHOẠCH", "BỘYTẾ", "Căncứ", "II.2.1.a", "TT01", "trướcngày20/3/2023")
                .doesNotContain("360/KH-BYT");
        // A plan of which nothing is known yet is a document too.
        long bare = drafter.post(
                        "/api/v1/plans",
                        Api.object().put("subject", "Kế hoạch mới").put("year", 2023))
                .ok()
                .get("id")
                .asLong();
        String task = drafter.tasks("userTask_draftNationalPlan").stream()
                .filter(each -> each.get("planId").asLong() == bare)
                .findFirst()
                .orElseThrow()
                .get("id")
                .asText();
        assertThat(DocumentText.ofPdf(drafter.bytes("/api/v1/tasks/" + task + "/document")))
                .contains("DỰTHẢO");
        assertThat(drafter.get("/api/v1/plans/" + bare).ok().get("documents")).isEmpty();
    }

    @Test
    @Order(2)
    void anIssuedPlanIsThereForEverybodyAndComesWithTheFirstMailOfASubPlan() throws Exception {
        plan = plans.reporting(UnitKind.MOH_AGENCY);
        dispatcher.runDue();
        JsonNode documents =
                as(UNIT + ".chuyenvien").get("/api/v1/plans/" + plan).ok().get("documents");
        assertThat(documents).hasSize(2);
        assertThat(documents.at("/0/kind").asText()).isEqualTo("nationalPlan");
        byte[] pdf = as(UNIT + ".chuyenvien")
                .bytes("/api/v1/documents/" + documents.at("/0/id").asLong());
        assertThat(Sha256.of(pdf)).isEqualTo(documents.at("/0/sha256").asText());
        assertThat(DocumentText.ofPdf(pdf)).contains("/KH-BYT", "KT.BỘTRƯỞNG").doesNotContain("DỰTHẢO");
        // The clerk registers what comes in; the head and the drafter have the link.
        String unit = UNIT.toLowerCase(java.util.Locale.ROOT);
        assertThat(as("quantri")
                        .get("/demo/mail?to=%s.thutruong@mau.example".formatted(unit))
                        .ok()
                        .at("/0/attachments"))
                .isEmpty();
        JsonNode mails = as("quantri")
                .get("/demo/mail?to=%s.vanthu@mau.example".formatted(unit))
                .ok();
        assertThat(mails).hasSize(1);
        assertThat(mails.at("/0/attachments")).hasSize(1);
        assertThat(mails.at("/0/attachments/0/name").asText()).endsWith(".pdf");
        assertThat(mails.at("/0/attachments/0/sha256").asText()).isEqualTo(Sha256.of(pdf));
        assertThat(as("quantri").bytes("/demo/mail/files/" + Sha256.of(pdf))).isEqualTo(pdf);
    }

    @Test
    @Order(9)
    void theSignedCopyOfThePlanIsTheOfficialOneFromTheClerkOn() {
        String path = "/api/v1/plans/" + plan + "/documents";
        byte[] signed = Pdfs.signed("Kế hoạch đã ký");
        assertThat(as("chuyenvien.bo").upload(path, Map.of(), "ky.pdf", signed).status())
                .isEqualTo(403);
        assertThat(as("vanthu.bo")
                        .upload(path, Map.of(), "virus.pdf", Pdfs.program())
                        .json()
                        .at("/errors/0/field")
                        .asText())
                .isEqualTo("file");
        as("vanthu.bo").upload(path, Map.of(), "ky.pdf", signed).ok();
        JsonNode documents =
                as(UNIT + ".chuyenvien").get("/api/v1/plans/" + plan).ok().get("documents");
        assertThat(kinds(documents)).startsWith("signedCopy", "nationalPlan", "nationalPlan");
        assertThat(as(UNIT + ".chuyenvien")
                        .bytes("/api/v1/documents/" + documents.at("/0/id").asLong()))
                .isEqualTo(signed);
        Client clerk = new Client(port);
        clerk.login("vanthu.bo", "demo");
        assertThat(clerk.page("/plans/" + plan).body()).contains("ky.pdf", "Bản chính thức", "Thêm bản đã ký");
        assertThat(new Client(port)
                        .basic("quantri", "demo")
                        .page("/plans/" + plan)
                        .body())
                .contains("ky.pdf")
                .doesNotContain("Thêm bản đã ký");
    }

    // Sub-plans

    @Test
    @Order(3)
    void aSubPlanIsADocumentFromTheFirstDraftOn() {
        Api drafter = as(UNIT + ".chuyenvien");
        String task = drafter.task("userTask_draftSubPlan");
        assertThat(DocumentText.ofPdf(drafter.bytes("/api/v1/tasks/" + task + "/document")))
                .contains("DỰTHẢO", "KẾHOẠCH", "CỤCYTẾDỰPHÒNG");
        ObjectNode draft = Api.adopted(drafter.draft(task));
        draft.put("note", "Dòng một\nDòng hai có & < > và ký tự lạ “”…");
        drafter.complete(task, draft).ok();
        Api head = as(UNIT + ".thutruong");
        task = head.task("userTask_approveSubPlan");
        assertThat(DocumentText.ofPdf(head.bytes("/api/v1/tasks/" + task + "/document")))
                .contains("DỰTHẢO", "Tổchứcthựchiện", "Dònghaicó&<>vàkýtựlạ“”…")
                // A department of the ministry has none of a hospital's wards.
                .contains("cácbộphận,đơnvị,cánhânliênquan")
                .doesNotContain("khoa,phòng");
        head.complete(task, Api.object().put("decision", "approve")).ok();
        Api clerk = as(UNIT + ".vanthu");
        assertThat(DocumentText.ofWord(
                        clerk.bytes("/api/v1/tasks/" + clerk.task("userTask_issueSubPlan") + "/document?format=docx")))
                .contains("DỰTHẢO");
        assertThat(documents(UNIT)).isEmpty();
        issue(UNIT, "05/KH-YTDP");
        // Nobody has read it yet when the unit gets another name and the office another layout.
        jdbc.sql("update unit set name = 'Cục Phòng bệnh' where code = '" + UNIT + "'")
                .update();
        jdbc.sql("""
                        insert into document_layout (kind, version, file_name, sha256, content, uploaded_by, uploaded_at)
                        values ('subPlan', 1, 'mau.docx', 'x', :content, 'vanthu.bo', '2023-03-16T09:00:00+07:00')""")
                .param(
                        "content",
                        WordFiles.changed(own, WordFiles.DOCUMENT, text -> text.replace("Nơi nhận:", "Nơi gửi đến:")))
                .update();
        JsonNode documents = documents(UNIT);
        assertThat(documents).hasSize(2);
        assertThat(kinds(documents)).containsOnly("subPlan");
        String text = text(documents);
        assertThat(text)
                .contains("05/KH-YTDP", "CỤCTRƯỞNG", "CỤCYTẾDỰPHÒNG", "Nơinhận:")
                .doesNotContain("DỰTHẢO", "CỤCPHÒNGBỆNH");
        jdbc.sql("delete from document_layout").update();
        jdbc.sql("update unit set name = 'Cục Y tế dự phòng' where code = '" + UNIT + "'")
                .update();
        assertThat(as(OTHER + ".chuyenvien")
                        .get("/api/v1/documents/" + documents.at("/0/id").asLong())
                        .status())
                .isEqualTo(404);
        assertThat(new Client(port)
                        .basic(UNIT + ".thutruong", "demo")
                        .page("/obligations/" + id(UNIT))
                        .body())
                .contains("ke-hoach-05-KH-YTDP", "hệ thống lập");
    }

    // Layouts

    @Test
    @Order(4)
    void onlyAdministratorsAndTheMinistrysClerksSeeLayouts() {
        assertThat(as("vanthu.bo").get("/api/v1/document-layouts").ok()).hasSize(6);
        assertThat(as("quantri").get("/api/v1/document-layouts").status()).isEqualTo(200);
        for (String login : List.of("chuyenvien.bo", "thanhtra.bo", UNIT + ".vanthu")) {
            assertThat(as(login).get("/api/v1/document-layouts").status()).isEqualTo(403);
            assertThat(as(login).get(LAYOUT + "/file").status()).isEqualTo(403);
            assertThat(upload(login, own).status()).isEqualTo(403);
        }
        assertThat(as("vanthu.bo").get("/api/v1/document-layouts/signedCopy").status())
                .isEqualTo(404);
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                arguments("Thiếu chỗ điền: ${soKyHieu}", part(text -> text.replace("${soKyHieu}", ""))),
                arguments(
                        "Không có chỗ điền nào tên là: ${laDau}",
                        part(text -> text.replace("${trichYeu}", "${trichYeu}${laDau}"))),
                arguments("phải đứng một mình", part(text -> text.replace("${noiDung}", "Nội dung: ${noiDung}"))),
                arguments("macro", (UnaryOperator<byte[]>) WordFiles::withMacro),
                arguments("liên kết ra bên ngoài", (UnaryOperator<byte[]>) WordFiles::withLinkOutside),
                arguments("không phải là tệp Word", (UnaryOperator<byte[]>) WordFiles::bomb),
                arguments("không phải là tệp Word", (UnaryOperator<byte[]>) file -> "MZ không phải Word".getBytes()),
                arguments("không phải là tệp Word", (UnaryOperator<byte[]>)
                        file -> java.util.Arrays.copyOf(file, file.length / 2)),
                arguments(
                        "Hình ảnh",
                        part(text -> text.replaceFirst("<w:sectPr", "<w:p><w:r><w:drawing/></w:r></w:p><w:sectPr"))),
                arguments(
                        "không phải là tệp Word",
                        part(text -> text.replaceFirst(
                                "<w:document",
                                "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><w:document"))));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    @Order(5)
    void aWrongLayoutIsRefusedAndSaysWhy(String why, UnaryOperator<byte[]> change) {
        Api.Answer answer = upload("vanthu.bo", change.apply(own));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo("file");
        assertThat(answer.body()).contains(why);
        assertThat(as("vanthu.bo").get(LAYOUT).ok()).hasSize(1);
        assertThat(as("vanthu.bo")
                        .upload(LAYOUT + "/preview", Map.of(), "mau.docx", change.apply(own))
                        .status())
                .isEqualTo(422);
    }

    @Test
    @Order(5)
    void aFileOfMoreThan10MegabytesIsRefused() {
        Api.Answer answer = upload("vanthu.bo", java.util.Arrays.copyOf(own, 10 * 1024 * 1024 + 1));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo("file");
        assertThat(answer.body()).contains("10 MB");
        answer = upload("vanthu.bo", java.util.Arrays.copyOf(own, 33 * 1024 * 1024));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.json().get("status").asInt()).isEqualTo(413);
        assertThat(as("vanthu.bo").get(LAYOUT).ok()).hasSize(1);
    }

    private static UnaryOperator<byte[]> part(UnaryOperator<String> change) {
        return file -> WordFiles.changed(file, WordFiles.DOCUMENT, change);
    }

    @Test
    @Order(6)
    void aReplacedLayoutIsPreviewedThenInForceAndWhatWasMadeStays() {
        byte[] changed = WordFiles.changed(own, WordFiles.DOCUMENT, text -> text.replace("Nơi nhận:", "Nơi gửi đến:"));
        JsonNode before = documents(UNIT);
        assertThat(as("vanthu.bo")
                        .upload(LAYOUT + "/preview", Map.of("format", "pdf"), "mau.docx", changed)
                        .status())
                .isEqualTo(200);
        assertThat(as("vanthu.bo").get(LAYOUT).ok()).hasSize(1);

        JsonNode version = upload("vanthu.bo", changed).ok();
        assertThat(version.get("version").asInt()).isEqualTo(1);
        assertThat(version.get("uploadedBy").asText()).isEqualTo("vanthu.bo");
        // Once more the same changes nothing.
        assertThat(upload("vanthu.bo", changed).ok().get("version").asInt()).isEqualTo(1);
        assertThat(DocumentText.ofPdf(as("vanthu.bo").posted(LAYOUT + "/preview")))
                .contains("Nơigửiđến:");

        Api drafter = as(OTHER + ".chuyenvien");
        String task = drafter.task("userTask_draftSubPlan");
        assertThat(DocumentText.ofPdf(drafter.bytes("/api/v1/tasks/" + task + "/document")))
                .contains("Nơigửiđến:");
        assertThat(documents(UNIT)).isEqualTo(before);
        assertThat(text(documents(UNIT))).contains("Nơinhận:").doesNotContain("Nơigửiđến:");

        as("vanthu.bo").post(LAYOUT + "/restore?version=0", null).ok();
        JsonNode versions = as("vanthu.bo").get(LAYOUT).ok();
        assertThat(versions).hasSize(3);
        assertThat(DocumentText.ofPdf(drafter.bytes("/api/v1/tasks/" + task + "/document")))
                .contains("Nơinhận:");
        assertThat(as("vanthu.bo").post(LAYOUT + "/restore?version=9", null).status())
                .isEqualTo(404);
    }

    @Test
    @Order(7)
    void thePagesOfLayoutsSayWhatIsInForceAndWhatIsWrong() {
        Client clerk = new Client(port);
        clerk.login("vanthu.bo", "demo");
        assertThat(clerk.page("/document-layouts").body()).contains("Mẫu văn bản", "Công văn đôn đốc");
        assertThat(clerk.page("/document-layouts/subPlan").body())
                .contains("Đang dùng", "Dùng lại", "Mẫu có sẵn của hệ thống");
        assertThat(clerk.page("/document-layouts/subPlan?lang=en").body()).contains("In force", "Use again");
        assertThat(new Client(port)
                        .basic("thanhtra.bo", "demo")
                        .page("/document-layouts")
                        .statusCode())
                .isEqualTo(403);
    }

    // The chasing letter

    @Test
    @Order(8)
    void oneLetterChasesAllUnitsOfAnInspectorsListAndTheirHistoriesTellIt() {
        plans.walkTo(at("2023-03-24T09:00:00+07:00"));
        Api inspector = as("thanhtra.bo");
        String task = inspector.tasks("userTask_followUpOverdue").stream()
                .filter(each -> each.get("planId").asLong() == plan)
                .findFirst()
                .orElseThrow()
                .get("id")
                .asText();
        int overdue = inspector.draft(task).get("unitCount").asInt();
        assertThat(overdue).isGreaterThan(5);
        String draft = DocumentText.ofPdf(inspector.bytes("/api/v1/tasks/" + task + "/document"));
        assertThat(draft)
                .contains("DỰTHẢO", "V/vđônđốcxâydựng,banhànhkếhoạchthựchiệncôngtác", "Kínhgửi:")
                .contains("còn" + overdue + "đơnvị", "CụcAntoànthựcphẩm", "19/3/2023")
                .doesNotContain("CụcYtếdựphòng");

        ObjectNode letter = Api.object().put("documentNumber", "88/TTrB").put("letterDate", "2023-03-30");
        Api.Answer late = inspector.complete(task, letter);
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.json().at("/errors/0/field").asText()).isEqualTo("letterDate");
        letter.put("letterDate", "2023-03-24").put("letterSignatory", "thanhtra.bo.khongco");
        assertThat(inspector.complete(task, letter).json().at("/errors/0/field").asText())
                .isEqualTo("letterSignatory");
        letter.put("letterSignatory", "TTRB.thutruong");
        inspector.complete(task, letter).ok();

        JsonNode duty = as(OTHER + ".chuyenvien")
                .get("/api/v1/obligations/" + id(OTHER))
                .ok();
        List<String> told = new ArrayList<>();
        duty.get("history").forEach(event -> told.add(event.path("detail").asText()));
        assertThat(told).anyMatch(detail -> detail.contains("Công văn đôn đốc số 88/TTrB ngày 24/3/2023"));
        assertThat(kinds(duty.get("documents"))).containsOnly("chasingLetter");
        String text = text(duty.get("documents"));
        assertThat(text).contains("Số:88/TTrB", "CụcAntoànthựcphẩm").doesNotContain("DỰTHẢO");
        assertThat(kinds(documents(UNIT))).containsOnly("subPlan");
        assertThat(kinds(as("quantri").get("/api/v1/plans/" + plan).ok().get("documents")))
                .contains("nationalPlan", "chasingLetter");
        // Who was not chased and has no part in it does not see it.
        assertThat(kinds(
                        as("VU-PC.chuyenvien").get("/api/v1/plans/" + plan).ok().get("documents")))
                .containsOnly("nationalPlan");
    }

    @Test
    @Order(9)
    void whoseTurnAnAmendmentIsAndWhoOwesASupplementIsMailedAsMuch() {
        Api drafter = as("chuyenvien.bo");
        ObjectNode content =
                (ObjectNode) drafter.get("/api/v1/plans/" + plan).ok().get("content");
        ObjectNode task = content.withArray("tasks").addObject();
        task.put("no", "BS.1").put("title", "Nhiệm vụ bổ sung").put("mandatory", true);
        task.putArray("kinds").add(UnitKind.MOH_AGENCY.name());
        drafter.post("/api/v1/plans/" + plan + "/amendments", Api.object().set("content", content))
                .ok();
        plans.act("chuyenvien.bo", plan, Api.object());
        dispatcher.runDue();
        assertThat(mailed("lanhdao.bo")).contains("sửa đổi, bổ sung Kế hoạch số");
        plans.act("lanhdao.bo", plan, PlansByHand.APPROVE);
        dispatcher.runDue();
        assertThat(mailed("vanthu.bo")).contains("sửa đổi, bổ sung Kế hoạch số");
        plans.act(
                "vanthu.bo",
                plan,
                Api.object()
                        .put("documentNumber", "906/KH-BYT")
                        .put("documentDate", plans.today().toString())
                        .put("signatory", "lanhdao.bo"));
        plans.runDue();
        dispatcher.runDue();
        assertThat(mailed("thanhtra.bo")).contains("906/KH-BYT");
        assertThat(mailed(UNIT.toLowerCase(java.util.Locale.ROOT) + ".chuyenvien"))
                .contains("ban hành kế hoạch bổ sung của đơn vị", "kế hoạch đơn vị đã ban hành giữ nguyên");
    }

    /** All that was mailed to somebody. */
    private String mailed(String login) {
        JsonNode mails =
                as("quantri").get("/demo/mail?to=" + login + "@mau.example").ok();
        return mails.findValuesAsText("subject") + "\n" + mails.findValuesAsText("text");
    }

    // All of them

    @Test
    @Order(10)
    void whoReadsWritesNothing() {
        String duty = Long.toString(id(UNIT));
        String document = jdbc.sql("select max(id) from document_file")
                .query(String.class)
                .single();
        String task =
                as("thanhtra.bo").get("/api/v1/tasks").ok().at("/items/0/id").asText(duty);
        String mail = jdbc.sql("select max(id) from mail").query(String.class).single();
        List<String> values =
                List.of(Long.toString(plan), duty, document, task, mail, UNIT, "subPlan", UNIT + ".thutruong");
        // As it is after an outage, or when it was issued: of some documents there are no files.
        jdbc.sql("""
                        delete from document_content where document_id in
                        (select id from document_file where uploaded_by is null)""").update();
        jdbc.sql("delete from document_file where uploaded_by is null").update();
        for (String address : ReadersWriteNothing.addresses(handlers, values)) {
            for (String login : List.of("quantri", "vanthu.bo")) {
                Client reader = new Client(port).basic(login, "demo");
                int status = address.startsWith("/api/")
                        ? reader.get(address).statusCode()
                        : reader.page(address).statusCode();
                assertThat(status).as(address).isLessThan(500);
            }
        }
        assertThat(ReadersWriteNothing.found()).isEmpty();
    }

    // Steps

    private void issue(String unit, String number) {
        Api clerk = as(unit + ".vanthu");
        clerk.complete(
                        clerk.task("userTask_issueSubPlan"),
                        Api.object()
                                .put("documentNumber", number)
                                .put("documentDate", plans.today().toString()))
                .ok();
    }

    private Api.Answer upload(String login, byte[] file) {
        return as(login).upload(LAYOUT, Map.of(), "mau.docx", file);
    }

    // What can be seen

    private long id(String unit) {
        return as("quantri")
                .get("/api/v1/obligations?kind=subPlan&plan=" + plan + "&unit=" + unit)
                .ok()
                .at("/items/0/id")
                .asLong();
    }

    private JsonNode documents(String unit) {
        return as(unit + ".chuyenvien")
                .get("/api/v1/obligations/" + id(unit))
                .ok()
                .get("documents");
    }

    private static List<String> kinds(JsonNode documents) {
        List<String> kinds = new ArrayList<>();
        documents.forEach(each -> kinds.add(each.get("kind").asText()));
        return kinds;
    }

    /** What the first of them, a PDF, says. */
    private String text(JsonNode documents) {
        return DocumentText.ofPdf(
                as("quantri").bytes("/api/v1/documents/" + documents.at("/0/id").asLong()));
    }

    private Api as(String login) {
        return new Api(port, login);
    }

    private static Instant at(String moment) {
        return OffsetDateTime.parse(moment).toInstant();
    }
}
