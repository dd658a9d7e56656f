package vn.plancascade.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.support.TransactionTemplate;
import vn.plancascade.engine.MovableClock;
import vn.plancascade.kernel.Sha256;
import vn.plancascade.notification.mail.MailDispatcher;
import vn.plancascade.organisation.UnitKind;
import vn.plancascade.plan.PlanContent;
import vn.plancascade.report.domain.ReportPapers;
import vn.plancascade.support.Api;
import vn.plancascade.support.Cascade;
import vn.plancascade.support.Client;
import vn.plancascade.support.DocumentText;
import vn.plancascade.support.Pdfs;
import vn.plancascade.support.PlansByHand;
import vn.plancascade.support.PrintedTexts;
import vn.plancascade.support.ReportSteps;
import vn.plancascade.worklist.FormData;

/**
 * Reports as documents, over HTTP: drafts, outlines, what is issued, and what arrives by mail at a real server's. A pass of
 * the mail dispatcher runs when a test asks for it. Time only goes forward.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "plan-cascade.mail.scheduled=false")
@ActiveProfiles("demo")
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class ReportDocumentsScenario {

    private static final String UNIT = "CUC-YTDP";
    private static final String OTHER = "CUC-ATTP";
    private static final String REPORTS = "baocao.pctp@mau.example";
    private static final String COMMITTEE = "vanphong138byt@gmail.com";
    private static final String SECOND = "thuky138@mau.example";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext beans;

    @Autowired
    GreenMail server;

    @Autowired
    JavaMailSenderImpl sender;

    @Autowired
    MailDispatcher dispatcher;

    @Autowired
    TransactionTemplate transaction;

    private PlansByHand plans;
    private ReportSteps steps;

    @BeforeAll
    void aPlanWhoseReportsAreMailed() {
        new Cascade(port).awaitSample();
        plans = new PlansByHand(beans);
        long plan = plans.reporting(
                Api.object()
                        .put("reportMailbox", REPORTS)
                        .put("consolidatedRecipients", COMMITTEE + "; " + SECOND + ", " + COMMITTEE)
                        .put("reportedTo", "Ban Chỉ đạo kiểm thử\nVăn phòng thường trực"),
                UnitKind.MOH_AGENCY,
                UnitKind.MOH_DEPT);
        steps = new ReportSteps(port, plan);
        plans.walkTo(at("2023-06-01T08:00:00+07:00"));
        dispatcher.runDue();
    }

    // What is wrong with addresses

    static Stream<Arguments> wrongAddresses() {
        return Stream.of(
                arguments("reportMailbox", "a@mau.example\r\nBcc: b@mau.example"),
                arguments("reportMailbox", "a@mau.example\nb@mau.example"),
                arguments("consolidatedRecipients", "a@mau.example, không phải địa chỉ"),
                arguments("consolidatedRecipients", "Ban 138 <a@mau.example>"),
                arguments("consolidatedRecipients", "a@mau.example;".repeat(1) + "b@"));
    }

    @ParameterizedTest
    @MethodSource("wrongAddresses")
    @Order(1)
    void anAddressThatIsNoneIsRefusedByItsField(String field, String addresses) throws IOException {
        refused(field, sample().put(field, addresses));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 367})
    @Order(1)
    void aPeriodStaysOpenForADayAtLeastAndAYearAtMost(int days) throws IOException {
        refused("reportOpenDays", sample().put("reportOpenDays", days));
    }

    private void refused(String field, ObjectNode content) {
        Api drafter = as("chuyenvien.bo");
        long id = drafter.post("/api/v1/plans", content).ok().get("id").asLong();
        JsonNode task = drafter.tasks("userTask_draftNationalPlan").stream()
                .filter(each -> each.get("planId").asLong() == id)
                .findFirst()
                .orElseThrow();
        Api.Answer answer = drafter.complete(task.get("id").asText(), Api.object());
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo(field);
        assertThat(as("chuyenvien.bo")
                        .get("/api/v1/plans/" + id)
                        .ok()
                        .get("state")
                        .asText())
                .isEqualTo("draft");
    }

    // The draft

    @Test
    @Order(2)
    void theDraftIsADocumentThatSaysSoHoweverLittleIsFilledIn() {
        Api drafter = as(UNIT + ".chuyenvien");
        String task = drafter.task("userTask_draftUnitReport");
        String empty = DocumentText.ofPdf(drafter.bytes("/api/v1/tasks/" + task + "/document"));
        assertThat(empty).contains("DỰTHẢO", "BÁOCÁO", "CỤCYTẾDỰPHÒNG", "6thángđầunăm2023");
        drafter.put("/api/v1/tasks/" + task + "/draft", ReportSteps.filled(3)).ok();
        byte[] word = drafter.bytes("/api/v1/tasks/" + task + "/document?format=docx");
        assertThat(DocumentText.ofWord(word)).contains("DỰTHẢO", "1.500");
        assertThat(as("VU-PC.chuyenvien")
                        .get("/api/v1/tasks/" + task + "/document")
                        .status())
                .isEqualTo(404);
        assertThat(drafter.get("/api/v1/tasks/" + task + "/document?format=odt")
                        .json()
                        .at("/errors/0/field")
                        .asText())
                .isEqualTo("format");
    }

    // The outline

    @Test
    @Order(3)
    void anOutlineHoldsTheUnitsOwnIndicatorsAndIsReadBackIntoTheDraft() throws IOException {
        Api drafter = as(UNIT + ".chuyenvien");
        long id = id(UNIT, "2023-H1");
        String word = DocumentText.ofWord(drafter.bytes("/api/v1/reports/" + id + "/outline?format=docx"));
        assertThat(word).contains("ĐỀCƯƠNGBÁOCÁO", "TT01", "KT01").doesNotContain("TG06");

        // What will be asked in autumn can be read in June.
        assertThat(drafter.get("/api/v1/reports/" + id(UNIT, "2023-Q3") + "/outline")
                        .status())
                .isEqualTo(200);
        assertThat(as("TTRB.chuyenvien")
                        .get("/api/v1/reports/" + consolidated() + "/outline")
                        .status())
                .isEqualTo(404);
        byte[] outline = drafter.bytes("/api/v1/reports/" + id + "/outline?format=xlsx");
        JsonNode draft = drafter.upload(
                        "/api/v1/reports/" + id + "/outline",
                        Map.of(),
                        "de-cuong.xlsx",
                        filled(outline, Map.of("TT01", 44, "TT02", "1.234", "KP01", 7.5, "situation", "Ổn định.")))
                .ok();
        assertThat(draft.at("/figures/TT01").asInt()).isEqualTo(44);
        assertThat(draft.at("/figures/TT02").asText()).isEqualTo("1.234");
        assertThat(draft.at("/figures/KP01").asDouble()).isEqualTo(7.5);
        assertThat(draft.at("/narrative/situation").asText()).isEqualTo("Ổn định.");
        // What the sheet leaves blank stays.
        assertThat(draft.at("/figures/TT03").asInt()).isEqualTo(3);
        assertThat(drafter.draft(drafter.task("userTask_draftUnitReport"))
                        .at("/figures/TT01")
                        .asInt())
                .isEqualTo(44);
    }

    @Test
    @Order(4)
    void aWrongSheetChangesNothingAndEachErrorNamesItsFieldOrRow() throws IOException {
        Api drafter = as(UNIT + ".chuyenvien");
        long id = id(UNIT, "2023-H1");
        byte[] outline = drafter.bytes("/api/v1/reports/" + id + "/outline");
        JsonNode before = drafter.draft(drafter.task("userTask_draftUnitReport"));
        assertThat(refused(id, filled(outline, Map.of("TT01", -1)))).containsExactly("figures.TT01");
        assertThat(refused(id, filled(outline, Map.of("TT01", "nhiều", "TT02", 1.5))))
                .containsExactlyInAnyOrder("figures.TT01", "figures.TT02");
        assertThat(refused(id, formula(outline))).containsExactly("figures.TT01");
        assertThat(refused(id, renamed(outline))).containsExactly("file");
        assertThat(refused(id, "không phải Excel".getBytes())).containsExactly("file");
        assertThat(refused(id, Arrays.copyOf(outline, outline.length / 2))).containsExactly("file");
        // Another unit's outline.
        byte[] others = as(OTHER + ".chuyenvien").bytes("/api/v1/reports/" + id(OTHER, "2023-H1") + "/outline");
        assertThat(refused(id, others)).containsExactly("file");
        assertThat(as(UNIT + ".thutruong")
                        .upload("/api/v1/reports/" + id + "/outline", Map.of(), "a.xlsx", outline)
                        .status())
                .isEqualTo(409);
        assertThat(drafter.draft(drafter.task("userTask_draftUnitReport"))).isEqualTo(before);
    }

    private List<String> refused(long id, byte[] file) {
        Api.Answer answer =
                as(UNIT + ".chuyenvien").upload("/api/v1/reports/" + id + "/outline", Map.of(), "de-cuong.xlsx", file);
        assertThat(answer.status()).isEqualTo(422);
        List<String> fields = new ArrayList<>();
        answer.json()
                .get("errors")
                .forEach(error -> fields.add(error.get("field").asText()));
        return fields;
    }

    // What is issued and sent

    @Test
    @Order(5)
    void anIssuedReportGoesToThePlansMailboxOnceAsPdfAndWord() throws Exception {
        Api drafter = as(UNIT + ".chuyenvien");
        drafter.complete(drafter.task("userTask_draftUnitReport"), ReportSteps.filled(3))
                .ok();
        approve(UNIT);
        issue(UNIT, "05/BC-YTDP");
        assertThat(mails(REPORTS)).isEmpty();
        dispatcher.runDue();
        dispatcher.runDue();

        assertThat(mails(REPORTS)).hasSize(1);
        MimeMessage mail = mails(REPORTS).get(0);
        assertThat(mail.getSubject()).isEqualTo("Báo cáo số 05/BC-YTDP ngày 1/6/2023 của Cục Y tế dự phòng");
        assertThat(mail.getAllRecipients()).hasSize(1);
        Map<String, byte[]> files = attachments(REPORTS, 0);
        assertThat(files.keySet()).allMatch(name -> name.startsWith("bao-cao-2023-H1-05-BC-YTDP"));
        byte[] pdf = files.get("bao-cao-2023-H1-05-BC-YTDP.pdf");
        byte[] docx = files.get("bao-cao-2023-H1-05-BC-YTDP.docx");
        assertThat(files).hasSize(2);

        long id = id(UNIT, "2023-H1");
        String printed = DocumentText.ofPdf(pdf);
        String word = DocumentText.ofWord(docx);
        PrintedTexts.of(beans.getBean(ReportPapers.class).write("unitReport:" + id, 1))
                .forEach(text -> {
                    assertThat(printed).as("PDF").contains(DocumentText.squeezed(text));
                    assertThat(word).as("DOCX").contains(DocumentText.squeezed(text));
                });
        assertThat(printed).contains("1.500").doesNotContain("DỰTHẢO");

        JsonNode report = report(UNIT);
        assertThat(report.at("/sendings/0/address").asText()).isEqualTo(REPORTS);
        assertThat(report.at("/sendings/0/state").asText()).isEqualTo("sent");
        assertThat(report.at("/sendings/0/sentAt").asText()).startsWith("2023-06-01T");
        List<String> sent = new ArrayList<>();
        report.at("/sendings/0/documents")
                .forEach(file -> sent.add(file.get("sha256").asText()));
        assertThat(sent).containsExactly(Sha256.of(pdf), Sha256.of(docx));
        assertThat(new Client(port)
                        .basic(UNIT + ".chuyenvien", "demo")
                        .page("/reports/" + id)
                        .body())
                .contains(REPORTS, "bao-cao-2023-H1-05-BC-YTDP.pdf");
    }

    @Test
    @Order(6)
    void anIssuedDocumentIsForThoseWhoMaySeeTheDuty() {
        JsonNode documents = report(UNIT).get("documents");
        assertThat(documents).hasSize(2);
        assertThat(documents.at("/0/kind").asText()).isEqualTo("unitReport");
        assertThat(documents.at("/0/format").asText()).isEqualTo("pdf");
        long pdf = documents.at("/0/id").asLong();
        Api owner = as(UNIT + ".thutruong");
        assertThat(Sha256.of(owner.bytes("/api/v1/documents/" + pdf)))
                .isEqualTo(documents.at("/0/sha256").asText());
        assertThat(Sha256.of(owner.bytes("/api/v1/documents/" + pdf + "?format=docx")))
                .isEqualTo(documents.at("/1/sha256").asText());
        assertThat(as("VU-PC.chuyenvien").get("/api/v1/documents/" + pdf).status())
                .isEqualTo(404);
        assertThat(as(null).get("/api/v1/documents/" + pdf).status()).isEqualTo(401);
        // Who receives it reads it; it tells of two victims, which others are not to know.
        assertThat(as("TTRB.chuyenvien").get("/api/v1/documents/" + pdf).status())
                .isEqualTo(200);
        assertThat(as("quantri").get("/api/v1/documents/" + pdf).status()).isEqualTo(404);
        // Asked for again, it is the same document.
        assertThat(report(UNIT).get("documents")).isEqualTo(documents);
        assertThat(as(UNIT + ".chuyenvien")
                        .get("/api/v1/obligations/" + id(UNIT, "2023-H1"))
                        .ok()
                        .get("documents"))
                .isEqualTo(documents);
    }

    @Test
    @Order(7)
    void aServerThatIsDownDelaysTheMailAndThePageSaysSo() {
        int port = sender.getPort();
        sender.setPort(1);
        write(OTHER, "06/BC-ATTP");
        dispatcher.runDue();
        JsonNode sending = report(OTHER).at("/sendings/0");
        assertThat(sending.get("state").asText()).isEqualTo("waiting");
        assertThat(sending.get("sentAt").isNull()).isTrue();
        sender.setPort(port);
        MovableClock.offset(MovableClock.offset() + Duration.ofMinutes(30).toMillis());
        dispatcher.runDue();
        assertThat(report(OTHER).at("/sendings/0/state").asText()).isEqualTo("sent");
        assertThat(mails(REPORTS)).hasSize(2);
        // Administrators find it among the mails by its address.
        assertThat(as("quantri")
                        .get("/api/v1/mails?recipient=" + REPORTS)
                        .ok()
                        .get("total")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    @Order(8)
    void whoDiesBetweenSendingAndNotingItSendsItAgainUnderTheSameMessageId() throws Exception {
        write("CUC-DS", "07/BC-DS");
        // The server has taken the mail, and nothing that was noted of it is kept.
        transaction.executeWithoutResult(status -> {
            dispatcher.runDue();
            status.setRollbackOnly();
        });
        assertThat(mails(REPORTS)).hasSize(3);
        assertThat(report("CUC-DS").at("/sendings/0/state").asText()).isEqualTo("waiting");
        dispatcher.runDue();
        dispatcher.runDue();
        List<MimeMessage> sent = mails(REPORTS);
        assertThat(sent).hasSize(4);
        assertThat(sent.get(3).getMessageID()).isEqualTo(sent.get(2).getMessageID());
        assertThat(sent.get(3).getMessageID()).isNotEqualTo(sent.get(1).getMessageID());
    }

    @Test
    @Order(9)
    void theMinistrysReportGoesToEachRecipientWithTheSignedCopyOfThatTask() throws Exception {
        plans.walkTo(at("2023-06-15T08:00:00+07:00"));
        Api drafter = as("TTRB.chuyenvien");
        String task = drafter.task("userTask_consolidateReport");
        assertThat(DocumentText.ofPdf(drafter.bytes("/api/v1/tasks/" + task + "/document")))
                .contains("DỰTHẢO", "0/11đơnvị")
                .contains("BanChỉđạokiểmthử(đểbáocáo)", "Vănphòngthườngtrực(đểbáocáo)")
                .doesNotContain("138/CP");
        drafter.complete(task, Api.object()).ok();
        Api leader = as("lanhdao.bo");
        String approval = leader.task("userTask_approveConsolidatedReport");
        assertThat(DocumentText.ofPdf(leader.bytes("/api/v1/tasks/" + approval + "/document")))
                .contains("DỰTHẢO", "BỘYTẾ");
        steps.approveConsolidated();
        long id = consolidated();
        byte[] signed = Pdfs.signed("Bản đã ký");
        as("vanthu.bo")
                .upload("/api/v1/obligations/" + id + "/documents", Map.of(), "ky.pdf", signed)
                .ok();
        steps.issueConsolidated("700/BC-BYT", "2023-06-15");
        // Before the mail goes out, somebody uploads a better scan: it is on record, and not what is sent.
        as("vanthu.bo")
                .upload("/api/v1/obligations/" + id + "/documents", Map.of(), "ky2.pdf", Pdfs.signed("Bản quét lại"))
                .ok();
        dispatcher.runDue();
        dispatcher.runDue();
        for (String address : List.of(COMMITTEE, SECOND)) {
            assertThat(mails(address)).hasSize(1);
            Map<String, byte[]> files = attachments(address, 0);
            assertThat(files).hasSize(2);
            assertThat(files.get("ky.pdf")).isEqualTo(signed);
            String word = DocumentText.ofWord(files.get("bao-cao-2023-H1-700-BC-BYT.docx"));
            PrintedTexts.of(beans.getBean(ReportPapers.class).write("reportCycle:" + id, 1))
                    .forEach(text -> assertThat(word).contains(DocumentText.squeezed(text)));
        }
        as("vanthu.bo")
                .upload("/api/v1/obligations/" + id + "/documents", Map.of(), "ky3.pdf", Pdfs.signed("Sau cùng"))
                .ok();
        dispatcher.runDue();
        assertThat(mails(COMMITTEE)).hasSize(1);
        JsonNode report = as("TTRB.chuyenvien").get("/api/v1/reports/" + id).ok();
        assertThat(report.get("sendings")).hasSize(2);
        assertThat(report.at("/documents/0/fileName").asText()).isEqualTo("ky3.pdf");
        assertThat(report.at("/documents/0/kind").asText()).isEqualTo("signedCopy");
    }

    @Test
    @Order(10)
    void aSupplementIsADocumentOfItsOwnAndIsSentOnceToo() throws Exception {
        Api inspector = as("TTRB.chuyenvien");
        for (JsonNode task : inspector.tasks("userTask_acceptUnitReport")) {
            inspector
                    .complete(task.get("id").asText(), Api.object().put("decision", "approve"))
                    .ok();
        }
        steps.consolidate();
        steps.approveConsolidated();
        steps.issueConsolidated("701/BC-BYT", "2023-06-15");
        dispatcher.runDue();
        assertThat(mails(COMMITTEE)).hasSize(2);
        Map<String, byte[]> files = attachments(COMMITTEE, 1);
        String pdf = DocumentText.ofPdf(files.get("bao-cao-2023-H1-701-BC-BYT.pdf"));
        // Each of the three reported two victims: too few to be told by unit.
        assertThat(pdf).contains("bổsunglần1", "3/11đơnvị", "<5", "90");
        assertThat(inspector.get("/api/v1/reports/" + consolidated()).ok().get("sendings"))
                .hasSize(4);
    }

    // Steps

    private void write(String unit, String number) {
        steps.submit(unit, ReportSteps.filled(3));
        approve(unit);
        issue(unit, number);
    }

    private void approve(String unit) {
        Api head = as(unit + ".thutruong");
        String task = head.task("userTask_approveUnitReport");
        assertThat(DocumentText.ofPdf(head.bytes("/api/v1/tasks/" + task + "/document")))
                .contains("DỰTHẢO", "1.500");
        steps.approve(unit);
    }

    private void issue(String unit, String number) {
        steps.issue(unit, number, plans.today().toString());
    }

    private static byte[] filled(byte[] outline, Map<String, Object> values) throws IOException {
        return changed(
                outline,
                workbook -> workbook.forEach(sheet -> {
                    int column = sheet.getSheetName().equals("Số liệu") ? 4 : 2;
                    for (Row row : sheet) {
                        Object value = row.getCell(0) == null
                                ? null
                                : values.get(row.getCell(0).toString());
                        if (value instanceof Number number) {
                            row.createCell(column).setCellValue(number.doubleValue());
                        } else if (value != null) {
                            row.createCell(column).setCellValue(value.toString());
                        }
                    }
                }));
    }

    private static byte[] formula(byte[] outline) throws IOException {
        return changed(
                outline,
                workbook -> workbook.getSheet("Số liệu").forEach(row -> {
                    if (row.getCell(0) != null && row.getCell(0).toString().equals("TT01")) {
                        row.createCell(4).setCellFormula("1+1");
                    }
                }));
    }

    /** A row whose code nobody knows. */
    private static byte[] renamed(byte[] outline) throws IOException {
        return changed(
                outline,
                workbook -> workbook.getSheet("Số liệu").forEach(row -> {
                    if (row.getCell(0) != null && row.getCell(0).toString().equals("TT01")) {
                        row.getCell(0).setCellValue("XX99");
                        row.createCell(4).setCellValue(1);
                    }
                }));
    }

    private static byte[] changed(byte[] outline, Consumer<Workbook> change) throws IOException {
        try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(outline))) {
            change.accept(workbook);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static ObjectNode sample() throws IOException {
        try (InputStream in = ReportDocumentsScenario.class.getResourceAsStream("/sample/plan-360.json")) {
            ObjectNode content = (ObjectNode) Api.JSON.readTree(in);
            return FormData.toNode(FormData.read(content, PlanContent.class));
        }
    }

    // What can be seen

    private List<MimeMessage> mails(String address) {
        return Stream.of(server.getReceivedMessagesForDomain(address)).toList();
    }

    /** What came with a mail to the address, the oldest being 0. */
    private Map<String, byte[]> attachments(String address, int mail) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        as("quantri")
                .get("/demo/mail?to=" + address)
                .ok()
                .get(mail)
                .get("attachments")
                .forEach(file -> files.put(
                        file.get("name").asText(),
                        as("quantri")
                                .bytes("/demo/mail/files/" + file.get("sha256").asText())));
        return files;
    }

    private Api as(String login) {
        return new Api(port, login);
    }

    private JsonNode report(String unit) {
        return as(unit + ".chuyenvien")
                .get("/api/v1/reports/" + id(unit, "2023-H1"))
                .ok();
    }

    private long id(String unit, String period) {
        return steps.id(unit, period);
    }

    private long consolidated() {
        return steps.consolidated("2023-H1");
    }

    private static Instant at(String moment) {
        return OffsetDateTime.parse(moment).toInstant();
    }
}
