package vn.plancascade.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterEach;
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
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import vn.plancascade.engine.MovableClock;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.support.Api;
import vn.plancascade.support.Cascade;

/** Units and people from files, over HTTP: all or nothing, errors by row and column, and the same again changes nothing. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "plan-cascade.mail.scheduled=false")
@ActiveProfiles("demo")
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class ImportScenario {

    private static final String HEAD =
            "code,name,kind,provinceCode,parentCode,reportsToCode,email,headLogin,headName\n";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private Api admin;

    @BeforeAll
    void sample() {
        new Cascade(port).awaitSample();
        admin = new Api(port, "quantri");
    }

    @AfterEach
    void nothingHalfDone() {
        assertThat(count("unit_relation r where not exists (select 1 from unit u where u.code = r.unit_code)"))
                .isZero();
    }

    /** What nobody sees in it is not there; what no text holds is refused by its field, and never reaches the database. */
    @Test
    @Order(1)
    void textIsTheSameThroughEveryDoor() {
        String unseen = "%C2%A0%E2%80%8B%EF%BB%BF";
        assertThat(admin.get("/api/v1/units/" + unseen + "SYT-01" + unseen)
                        .ok()
                        .get("code")
                        .asText())
                .isEqualTo("SYT-01");
        String there =
                admin.get("/api/v1/units?q=Ch%E1%BB%A3").ok().get("total").asText();
        assertThat(there).isNotEqualTo("0");
        assertThat(admin.get("/api/v1/units?q=" + unseen + "Cho%CC%A3%CC%9B" + unseen)
                        .ok()
                        .get("total")
                        .asText())
                .isEqualTo(there);
        JsonNode person = admin.post(
                        "/api/v1/people",
                        Api.object().put("login", "\uFEFFcho.ray\u200B").put("fullName", " Trần\u00A0\u202FÐức\u00AD "))
                .ok();
        assertThat(person.get("login").asText()).isEqualTo("cho.ray");
        assertThat(person.get("fullName").asText()).isEqualTo("Trần Đức");
        for (String broken : List.of("a\u0000b", "a\u001Bb", "a\uFFFFb")) {
            assertThat(admin.post(
                                    "/api/v1/people",
                                    Api.object().put("login", "a.b").put("fullName", broken))
                            .fields())
                    .containsExactly("fullName");
        }
        Api.Answer refused = admin.get("/api/v1/units?q=a%00b");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.fields()).containsExactly("q");
        assertThat(admin.get("/api/v1/obligations?unit=%01").fields()).containsExactly("unit");
        assertThat(admin.post("/api/v1/holidays?x=%00", Api.object()).status()).isEqualTo(422);
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                arguments("code", 2, "code,name,kind\na b,X,DOH"),
                arguments("code", 2, "code,name,kind\n,X,DOH"),
                arguments("code", 3, "code,name,kind\nX-1,X,DOH\nX-1,Y,DOH"),
                arguments("name", 2, "code,name,kind\nX-1,,DOH"),
                arguments("name", 2, "code,name,kind\nX-1," + "n".repeat(301) + ",DOH"),
                arguments("kind", 2, "code,name,kind\nX-1,X,KHAC"),
                arguments("provinceCode", 2, "code,name,kind,provinceCode\nX-1,X,DOH,77777"),
                arguments("provinceCode", 2, "code,name,kind,provinceCode\nX-1,X,DOH,98"),
                arguments("reportsToCode", 2, "code,name,kind,reportsToCode\nX-1,X,DOH,KHONG-CO"),
                arguments("reportsToCode", 2, "code,name,kind,reportsToCode\nX-1,X,DOH,X-2\nX-2,Y,DOH,X-1"),
                arguments("reportsToCode", 2, "code,reportsToCode\nSYT-01,BVT-01"),
                arguments("validFrom", 2, "code,name,kind,validFrom\nX-1,X,DOH,30/02/2026"),
                arguments("effectiveFrom", 2, "code,name,effectiveFrom\nSYT-01,X,01/01/2020"),
                arguments("validTo", 2, "code,validTo\nSYT-01,31/12/2023"),
                arguments("email", 2, "code,name,kind,email\nX-1,X,DOH,không phải thư"),
                arguments("name", 2, "code,name,kind\nX-1,\"=HYPERLINK(\"\"http://x\"\")\",DOH"),
                arguments("name", 2, "code,name,kind\nX-1,+84,DOH"),
                arguments("name", 2, "code,name,kind\nX-1,BÖnh viÖn §a khoa,DOH"),
                arguments("name", 2, "code,name,kind\nX-1,Beänh vieän,DOH"),
                arguments("numbering", 2, "code,numbering\nSYT-01,tự do"),
                arguments("Tên đơn vị", 1, "code,name,kind,Tên đơn vị\nX-1,X,DOH,đỏ"),
                arguments("headName", 2, "code,headLogin\nSYT-01,nguoi.moi"),
                arguments("headPhone", 2, "code,headLogin,headName,headPhone\nSYT-01,nguoi.moi,A,không có"),
                arguments("name", 2, "code,name,kind\nX-1,Trung taâm Y teá,DOH"),
                arguments("name", 2, "code,name,kind\nX-1,BÖnh viÖn Nhi,DOH"),
                arguments("name", 2, "code,name,kind\nX-1,\"Bệnh\u0007viện\",DOH"),
                arguments("validTo", 2, "code,name,kind,validFrom,validTo\nX-1,X,DOH,01/07/2026,01/06/2026"),
                arguments(
                        "reportsToCode",
                        2,
                        "code,name,kind,reportsToCode,validFrom\nX-1,X,DOH,X-2,\nX-2,Y,DOH,,01/12/2028"),
                arguments("role", 2, "login,fullName,unitCode,role\na.b,A B,SYT-01,vua"),
                arguments("unitCode", 2, "login,fullName,unitCode,role\na.b,A B,KHONG,head"),
                arguments("login", 2, "login,fullName\ntrần a,A"),
                arguments("login", 3, "login,fullName\na.b,A\na.b,B"),
                arguments("locale", 2, "login,fullName,locale\na.b,A,fr"));
    }

    @ParameterizedTest
    @MethodSource("bad")
    @Order(1)
    void whatIsWrongIsToldByRowAndColumnAndNothingChanges(String column, int row, String csv) {
        Map<String, Long> counts = counts();
        Api.Answer refused = run(csv.getBytes(StandardCharsets.UTF_8), "x.csv", false);
        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        JsonNode first = refused.json().get("errors").get(0);
        assertThat(first.get("row").asInt()).as(refused.body()).isEqualTo(row);
        assertThat(first.get("column").asText()).as(refused.body()).isEqualTo(column);
        assertThat(first.get("message").asText()).isNotBlank().doesNotContain("import.");
        assertThat(counts()).isEqualTo(counts);
    }

    static Stream<Arguments> unreadable() throws Exception {
        byte[] good = workbook(sheet -> sheet.value(1, 0, "X-1"));
        return Stream.of(
                arguments("rỗng.csv", new byte[0]),
                arguments("chi-dau.csv", HEAD.getBytes()),
                arguments("khong-dau.csv", "a,b\n1,2".getBytes()),
                arguments("1258.csv", ("code,name,kind\nX-1,B\u1ec7nh").getBytes(Charset.forName("UTF-16BE"))),
                arguments(
                        "1258.csv",
                        "code,name,kind\nX-1,B\u00eanh vi\u00ean,DOH".getBytes(StandardCharsets.ISO_8859_1)),
                arguments("nua.csv", "code,name,kind\nX-1,\"Bệnh viện".getBytes(StandardCharsets.UTF_8)),
                arguments("nua.xlsx", Arrays.copyOf(good, good.length / 2)),
                arguments("gia.xlsx", "code,name\n".getBytes()),
                arguments("bom.xlsx", bomb()),
                arguments("cong-thuc.xlsx", workbook(sheet -> {
                    sheet.value(1, 0, "X-1");
                    sheet.formula(1, 1, "HYPERLINK(\"http://x\")");
                })));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    @Order(2)
    void aFileThatCannotBeReadIsRefusedInWords(String name, byte[] content) {
        Api.Answer refused = run(content, name, false);
        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.json().get("detail").asText()).isNotBlank();
        assertThat(refused.json().get("errors")).isNotEmpty();
    }

    @Test
    @Order(2)
    void theRowOfAWorkbookIsNamedForAFormulaAndForANumberThatIsNoDay() throws Exception {
        byte[] formula = workbook(sheet -> {
            sheet.value(1, 0, "X-1");
            sheet.value(2, 0, "X-2");
            sheet.formula(2, 1, "HYPERLINK(\"http://x\")");
        });
        JsonNode error = errors(formula, "x.xlsx").get(2);
        assertThat(error.get("row").asInt()).isEqualTo(3);
        assertThat(error.get("column").asText()).isEqualTo("name");
        byte[] number = workbook(sheet -> {
            sheet.value(0, 3, "validFrom");
            sheet.value(1, 0, "X-1");
            sheet.value(1, 1, "X");
            sheet.value(1, 2, "DOH");
            sheet.value(1, 3, 98_765_432_109L);
        });
        error = errors(number, "x.xlsx").get(0);
        assertThat(error.get("row").asInt()).isEqualTo(2);
        assertThat(error.get("column").asText()).isEqualTo("validFrom");
    }

    @Test
    @Order(2)
    void aWorkbookWithADocumentTypeIsNotReadAndNoMoreRowsThanCanBeHeld() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>"
                    .getBytes());
            zip.closeEntry();
        }
        assertThat(errors(bytes.toByteArray(), "x.xlsx").get(0).get("message").asText())
                .isNotBlank();
        StringBuilder many = new StringBuilder("code,name,kind\n");
        for (int i = 0; i <= UnitImport.MAX_ROWS; i++) {
            many.append("X-").append(i).append(",X,DOH\n");
        }
        JsonNode error = errors(many.toString().getBytes(), "x.csv").get(0);
        assertThat(error.get("row").asInt()).isEqualTo(UnitImport.MAX_ROWS + 2);
    }

    @Test
    @Order(2)
    void tabsUtf16AndNamesFromElsewhereAreRead() {
        String names = "code\tname\tkind\nX-81\tViện Göttingen \"5\"\tDOH\nX-82\tHaÿ Mühle 3\"\tDOH\n";
        JsonNode seen = run(("\uFEFF" + names).getBytes(StandardCharsets.UTF_16LE), "x.csv", true)
                .ok();
        assertThat(seen.at("/units/added").asInt()).isEqualTo(2);
        assertThat(run(names.getBytes(StandardCharsets.UTF_8), "x.txt", true)
                        .ok()
                        .at("/units/added")
                        .asInt())
                .isEqualTo(2);
    }

    /** A table as an office keeps it: told what was recognised, put right by a person, and remembered for the next file. */
    @Test
    @Order(2)
    void whatWasRecognisedIsToldAndAMappingIsRemembered() {
        byte[] csv = ("DANH SÁCH CƠ SỞ;;;\n\nSTT;Số hiệu;Tên cơ sở (*);Loại hình:;Điện thoại\n"
                        + "1;X-71;Một;Sở Y tế;0912\n2;X-72;Hai;Sở Y tế;0913\nTổng cộng;2;;;\n")
                .getBytes(StandardCharsets.UTF_8);
        JsonNode refused = run(csv, "x.csv", true).json();
        assertThat(refused.at("/errors/0/row").asInt()).isEqualTo(1);
        assertThat(refused.at("/sheets/0/leftOut")).hasSize(5);
        assertThat(run(csv, "x.csv", true, "mau=Số hiệu").fields()).containsExactly("map");
        assertThat(run(csv, "x.csv", true, "code").fields()).containsExactly("map");

        JsonNode seen = run(csv, "x.csv", true, "code=Số hiệu").ok();
        assertThat(seen.at("/units/addedCodes")).extracting(JsonNode::asText).containsExactly("X-71", "X-72");
        JsonNode sheet = seen.at("/sheets/0");
        assertThat(sheet.get("headerRow").asInt()).isEqualTo(3);
        assertThat(sheet.get("subject").asText()).isEqualTo("units");
        assertThat(sheet.get("columns"))
                .extracting(column -> column.get("field").asText())
                .containsExactly("code", "name", "kind");
        assertThat(sheet.get("leftOut"))
                .extracting(column -> column.get("header").asText())
                .containsExactly("STT", "Điện thoại");
        assertThat(sheet.get("skipped"))
                .extracting(
                        row -> row.get("row").asInt() + " " + row.get("reason").asText())
                .containsExactly("6 total");
        assertThat(run(csv, "x.csv", true).ok().at("/units/added").asInt()).isEqualTo(2);
        // Left out again, as somebody says who was wrong.
        assertThat(run(csv, "x.csv", true, "=Số hiệu").status()).isEqualTo(422);
        assertThat(run(csv, "x.csv", true).status()).isEqualTo(422);
    }

    /** In June 2023, for days from July on; the clock moves at the end. */
    @Test
    @Order(8)
    void whatIsEnteredForALaterDayIsComparedWithThatDay() {
        imported("code,name,kind,reportsToCode,headLogin,headName,headPhone\n"
                + "K-1,Khu vực Một,PROV_HOSPITAL,SYT-01,k1.a,Trần Văn A,024 3846 0000\n"
                + "K-2,Khu vực Hai,PROV_HOSPITAL,K-1,,,");
        assertThat(admin.get("/api/v1/people/k1.a").ok().get("phone").asText()).isEqualTo("024 3846 0000");
        // The same unit and the same person, however they are written.
        assertThat(changed("code,name,reportsToCode\nk-1,Khu vực Một,Syt-01")).isZero();
        JsonNode nobody =
                imported("login,fullName,unitCode,role\nK1.A,Trần Văn A,k-1,drafter\nk1.a,Trần Văn A,K-1,drafter");
        assertThat(nobody.at("/people/added").asInt()).isZero();
        assertThat(nobody.at("/roles/added").asInt()).isOne();
        assertThat(errors("code,name\nK-2,Một\nk-2,Hai".getBytes(), "x.csv")).hasSize(1);

        String july = today().plusMonths(2).withDayOfMonth(1).toString();
        // Until July each would stand below the other.
        JsonNode circle = errors(("code,reportsToCode,effectiveFrom\nK-1,K-2,\nK-2,SYT-02," + july).getBytes(), "x.csv")
                .get(0);
        assertThat(circle.get("row").asInt()).isEqualTo(2);
        assertThat(circle.get("column").asText()).isEqualTo("reportsToCode");
        // And from July on, by a move that is entered already.
        imported("code,reportsToCode,effectiveFrom\nK-2,SYT-02," + july);
        imported("code,reportsToCode,effectiveFrom\nK-1,K-2," + july);
        assertThat(errors(("code,reportsToCode,effectiveFrom\nK-2,K-1," + july).getBytes(), "x.csv"))
                .hasSize(1);

        // A name of July may be taken over today, and today's name again changes nothing of July.
        imported("code,name,effectiveFrom\nK-1,Khu vực Một mới," + july);
        assertThat(changed("code,name\nK-1,Khu vực Một")).isZero();
        assertThat(changed("code,name\nK-1,Khu vực Một mới")).isOne();
        assertThat(name("K-1")).isEqualTo("Khu vực Một mới");
        assertThat(changed("code,name\nK-1,Khu vực Một")).isOne();
        assertThat(changed("code,name\nK-1,Khu vực Một")).isZero();

        // Who is to head the unit from July is still to, when today's head is named again.
        imported("code,effectiveFrom,headLogin,headName\nK-1," + july + ",k1.b,Lê Thị B");
        imported("code,headLogin\nK-1,k1.a");
        assertThat(heads("K-1")).containsExactly("k1.a until " + july, "k1.b until null");
        imported("code,headLogin,effectiveFrom\nK-1,k1.a," + july);
        assertThat(heads("K-1")).containsExactly("k1.a until null");
        imported("code,effectiveFrom,headLogin,headName\nK-1," + july + ",k1.b,Lê Thị B");
        imported("login,unitCode,role,validFrom,validTo\nk1.b,K-1,head," + july + "," + july.replace("-01", "-20"));
        imported("login,unitCode,role,validFrom,validTo\nk1.b,K-1,head," + july + ",-");
        assertThat(heads("K-1")).containsExactly("k1.a until " + july, "k1.b until null");

        // Who leaves after the superior has closed is left behind; a closing can be taken back.
        imported("code,name,kind,reportsToCode\nK-3,Khu vực Ba,PROV_HOSPITAL,K-2\nK-4,Khu vực Bốn,PROV_HOSPITAL,K-3");
        String june = today().plusMonths(1).toString();
        JsonNode left = errors(
                        ("code,parentCode,reportsToCode,effectiveFrom,validTo\nK-4,SYT-02,SYT-02," + july + ",\nK-3,,,,"
                                        + june)
                                .getBytes(),
                        "x.csv")
                .get(0);
        assertThat(left.get("column").asText()).isEqualTo("validTo");
        imported(
                "code,parentCode,reportsToCode,effectiveFrom,validTo\nK-4,SYT-02,SYT-02," + june + ",\nK-3,,,," + june);
        assertThat(errors("code,reportsToCode\nK-1,K-3".getBytes(), "x.csv")
                        .get(0)
                        .get("column")
                        .asText())
                .isEqualTo("reportsToCode");
        assertThat(changed("code,validTo\nK-3,-")).isOne();
        assertThat(changed("code,validTo\nK-3,-")).isZero();

        MovableClock.offset(MovableClock.offset() + Duration.ofDays(62).toMillis());
        assertThat(name("K-1")).isEqualTo("Khu vực Một mới");
        JsonNode unit = admin.get("/api/v1/units/K-1").ok();
        assertThat(unit.get("headName").asText()).isEqualTo("Lê Thị B");
        assertThat(unit.get("reportsToCode").asText()).isEqualTo("K-2");
    }

    private JsonNode imported(String csv) {
        JsonNode done =
                run(csv.getBytes(StandardCharsets.UTF_8), "x.csv", false).ok();
        JsonNode again =
                run(csv.getBytes(StandardCharsets.UTF_8), "x.csv", false).ok();
        for (String what : List.of("/units/", "/people/", "/roles/")) {
            for (String change : List.of("added", "changed", "closed")) {
                assertThat(again.at(what + change).asInt())
                        .as(csv + " again: " + again)
                        .isZero();
            }
        }
        return done;
    }

    private int changed(String csv) {
        return run(csv.getBytes(StandardCharsets.UTF_8), "x.csv", false)
                .ok()
                .at("/units/changed")
                .asInt();
    }

    private JsonNode errors(byte[] content, String name) {
        Map<String, Long> counts = counts();
        Api.Answer refused = run(content, name, false);
        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(counts()).isEqualTo(counts);
        return refused.json().get("errors");
    }

    private String name(String unit) {
        admin.get("/api/v1/units?size=1").ok();
        return admin.get("/api/v1/units/" + unit).ok().get("name").asText();
    }

    private List<String> heads(String unit) {
        return jdbc.sql("""
                        select login, valid_to from role_assignment where unit_code = :unit and role = 'head'
                        order by valid_from""")
                .param("unit", unit)
                .query((row, n) -> row.getString(1) + " until " + row.getObject(2, LocalDate.class))
                .list();
    }

    private LocalDate today() {
        return VietnamTime.dayOf(clock.instant());
    }

    @Test
    @Order(3)
    void onlyAdministratorsImportAndOnlyOneFile() {
        byte[] csv = "code,name,kind\nX-1,X,DOH".getBytes();
        assertThat(new Api(port, "SYT-01.thutruong")
                        .upload(path(false), Map.of(), "x.csv", csv)
                        .status())
                .isEqualTo(403);
        assertThat(admin.upload(path(false), Map.of("_csrf", "b"), "x.csv", null)
                        .fields())
                .containsExactly("file");
        assertThat(new Api(port, "SYT-01.thutruong")
                        .get("/api/v1/units/import/template?format=csv")
                        .status())
                .isEqualTo(403);
    }

    @Test
    @Order(4)
    void aDryRunSaysWhatWouldHappenAndTheImportDoesItOnce() {
        String nfd = Normalizer.normalize("Bệnh viện Đa khoa Mẫu", Normalizer.Form.NFD);
        String csv = "\uFEFFMã đơn vị;Tên đơn vị;kind;provinceCode;reportsToCode;email;headLogin;headName\r\n"
                + "X-2;Trạm Y tế Mẫu;Trạm y tế;01;X-1;;\r\n"
                + "X-1;" + nfd + ";PROV_HOSPITAL;01;SYT-01;x1@mau.example;x1.head;Trần Văn X\r\n"
                + "SYT-01;;;;;moi@mau.example;;\r\n"
                + "SYT-02;;;;;;;\r\n";
        byte[] file = csv.getBytes(StandardCharsets.UTF_8);
        Map<String, Long> counts = counts();
        JsonNode dry = run(file, "x.csv", true).ok();
        assertThat(dry.at("/units/added").asInt()).isEqualTo(2);
        assertThat(dry.at("/units/changed").asInt()).isEqualTo(1);
        assertThat(dry.at("/units/unchanged").asInt()).isEqualTo(1);
        assertThat(dry.at("/units/addedCodes/0").asText()).isEqualTo("X-2");
        assertThat(dry.at("/people/added").asInt()).isEqualTo(1);
        assertThat(dry.at("/roles/added").asInt()).isEqualTo(1);
        assertThat(counts()).isEqualTo(counts);

        JsonNode done = run(file, "x.csv", false).ok();
        assertThat(done.at("/units")).isEqualTo(dry.at("/units"));
        JsonNode unit = admin.get("/api/v1/units/X-1").ok();
        assertThat(unit.get("name").asText()).isEqualTo("Bệnh viện Đa khoa Mẫu");
        assertThat(unit.get("headName").asText()).isEqualTo("Trần Văn X");
        assertThat(unit.get("parentCode").asText()).isEqualTo("SYT-01");
        assertThat(admin.get("/api/v1/units?subtree=SYT-01&q=X-2")
                        .ok()
                        .get("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(admin.get("/api/v1/units/SYT-01").ok().get("email").asText()).isEqualTo("moi@mau.example");

        counts = counts();
        JsonNode again = run(file, "x.csv", false).ok();
        assertThat(again.at("/units/unchanged").asInt()).isEqualTo(4);
        assertThat(again.at("/units/added").asInt() + again.at("/units/changed").asInt())
                .isZero();
        assertThat(again.at("/people/unchanged").asInt()).isEqualTo(1);
        assertThat(again.at("/roles/unchanged").asInt()).isEqualTo(1);
        assertThat(counts()).isEqualTo(counts);
    }

    @Test
    @Order(5)
    void changesOfADayToComeWaitForIt() {
        byte[] file = ("code,name,reportsToCode,effectiveFrom,headLogin,headName\n"
                        + "X-1,Bệnh viện Khu vực Mẫu,SYT-02,01/07/2023,x1.moi,Lê Thị Mới")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(run(file, "x.csv", false).ok().at("/units/changed").asInt()).isEqualTo(1);
        assertThat(run(file, "x.csv", false).ok().at("/units/unchanged").asInt())
                .isEqualTo(1);
        JsonNode now = admin.get("/api/v1/units/X-1").ok();
        assertThat(now.get("name").asText()).isEqualTo("Bệnh viện Đa khoa Mẫu");
        assertThat(now.get("reportsToCode").asText()).isEqualTo("SYT-01");
        assertThat(now.get("headName").asText()).isEqualTo("Trần Văn X");

        MovableClock.offset(MovableClock.offset() + Duration.ofDays(120).toMillis());
        admin.get("/api/v1/units?size=1").ok();
        JsonNode then = admin.get("/api/v1/units/X-1").ok();
        assertThat(then.get("name").asText()).isEqualTo("Bệnh viện Khu vực Mẫu");
        assertThat(then.get("reportsToCode").asText()).isEqualTo("SYT-02");
        assertThat(then.get("headName").asText()).isEqualTo("Lê Thị Mới");
    }

    @Test
    @Order(6)
    void aWorkbookHoldsUnitsAndPeopleAndTheTemplateIsReadBack() throws Exception {
        byte[] template = admin.bytes("/api/v1/units/import/template?format=xlsx");
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(template))) {
            assertThat(workbook.getSheets().map(sheet -> sheet.getName()))
                    .containsExactly("Đơn vị", "Người", "Hướng dẫn");
        }
        assertThat(run(template, "mau.xlsx", true).status()).isEqualTo(422);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet units = workbook.newWorksheet("Đơn vị");
            List<Object> head = List.of("Mã đơn vị (code)", "Tên đơn vị (name)", "kind", "provinceCode", "validFrom");
            List<Object> row = List.of("X-9", "Phòng khám Mẫu", "PRIV_CLINIC", 1, LocalDate.of(2023, 7, 20));
            for (int i = 0; i < head.size(); i++) {
                units.value(0, i, head.get(i).toString());
                if (row.get(i) instanceof LocalDate day) {
                    units.value(1, i, day);
                    units.style(1, i).format("dd/MM/yyyy").set();
                } else if (row.get(i) instanceof Number number) {
                    units.value(1, i, number);
                } else {
                    units.value(1, i, row.get(i).toString());
                }
            }
            Worksheet people = workbook.newWorksheet("Người");
            List<String> header = List.of("login", "Họ và tên", "unitCode", "Vai trò");
            List<String> person = List.of("x9.cn", "Vũ Văn Chín", "X-9", "Văn thư");
            for (int i = 0; i < header.size(); i++) {
                people.value(0, i, header.get(i));
                people.value(1, i, person.get(i));
            }
        }
        JsonNode done = run(bytes.toByteArray(), "x.xlsx", false).ok();
        assertThat(done.get("rows").asInt()).isEqualTo(2);
        assertThat(jdbc.sql("select valid_from from unit where code = 'X-9'")
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(LocalDate.of(2023, 7, 20));
        assertThat(count("role_assignment where login = 'x9.cn' and role = 'clerk' and unit_code = 'X-9'"))
                .isOne();
    }

    @Test
    @Order(7)
    void aUnitClosesWithWhatIsBelowItOrNotAtAll() {
        assertThat(run("code,validTo\nX-1,01/12/2023".getBytes(), "x.csv", false)
                        .json()
                        .at("/errors/0/message")
                        .asText())
                .contains("X-2");
        assertThat(run("code,validTo\nX-1,01/12/2023\nX-2,01/12/2023".getBytes(), "x.csv", false)
                        .ok()
                        .at("/units/closed")
                        .asInt())
                .isEqualTo(2);
        assertThat(run("code,validTo\nX-1,01/12/2023\nX-2,01/12/2023".getBytes(), "x.csv", false)
                        .ok()
                        .at("/units/unchanged")
                        .asInt())
                .isEqualTo(2);
    }

    private Api.Answer run(byte[] content, String name, boolean dryRun) {
        return admin.upload(path(dryRun), Map.of(), name, content);
    }

    private Api.Answer run(byte[] content, String name, boolean dryRun, String map) {
        return admin.upload(path(dryRun), Map.of("map", map), name, content);
    }

    private static String path(boolean dryRun) {
        return "/api/v1/units/import?dryRun=" + dryRun;
    }

    private long count(String from) {
        return jdbc.sql("select count(*) from " + from).query(Long.class).single();
    }

    private Map<String, Long> counts() {
        return Map.of(
                "unit", count("unit"),
                "relation", count("unit_relation"),
                "change", count("unit_change"),
                "person", count("person"),
                "role", count("role_assignment"));
    }

    private static byte[] workbook(Consumer<Worksheet> fill) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Đơn vị");
            sheet.value(0, 0, "code");
            sheet.value(0, 1, "name");
            sheet.value(0, 2, "kind");
            fill.accept(sheet);
        }
        return bytes.toByteArray();
    }

    private static byte[] bomb() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] zeros = new byte[1024 * 1024];
            for (int i = 0; i < 400; i++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }
}
