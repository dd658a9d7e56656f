package vn.plancascade.document.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.plancascade.document.DocumentKind;
import vn.plancascade.document.Documents;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.support.WordFiles;

/** Whatever Word would carry out, fetch or run is refused in every part of a layout, and named. */
@Tag("thorough")
class ActiveContentTest {

    private static final String NS = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private static final String OUTSIDE = "TargetMode=\"External\"";
    private static final byte[] OWN = StandardLayout.of(DocumentKind.subPlan);

    private static final List<String> FIELDS = List.of(
            "DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe \"/k calc\"",
            "DDE Excel a b",
            "INCLUDEPICTURE \"http://gia-mao.example/a.png\" \\d",
            "INCLUDETEXT \"c:\\\\a.txt\"",
            "HYPERLINK \"http://gia-mao.example\"",
            "QUOTE 68 68 69",
            "DATE",
            "PAGE \\* MERGEFORMAT DDEAUTO cmd",
            "PAGEREF a",
            "LINK Excel.Sheet a",
            "MACROBUTTON AutoOpen x",
            "ddeauto cmd");

    /** Each field in each way of writing it, in each place. */
    static Stream<Arguments> fieldsEverywhere() {
        return FIELDS.stream()
                .flatMap(field -> ways(field).entrySet().stream()
                        .flatMap(way -> places(way.getValue())
                                .map(file -> arguments(
                                        field.split(" ")[0] + " " + way.getKey(), field.split(" ")[0], file))));
    }

    private static Map<String, String> ways(String field) {
        String text = field.replace("&", "&amp;").replace("\"", "&quot;");
        String begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>";
        String end = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
        return Map.of(
                "in one piece", begin + "<w:r><w:instrText>" + text + "</w:instrText></w:r>" + end,
                "strewn", begin + strewnOf(field) + end,
                "deleted", begin + "<w:r><w:delInstrText>" + text + "</w:delInstrText></w:r>" + end,
                "without an end", begin + "<w:r><w:instrText>" + text + "</w:instrText></w:r>",
                "without a beginning", "<w:r><w:instrText>" + text + "</w:instrText></w:r>",
                "in a page number",
                        begin + "<w:r><w:instrText>PAGE </w:instrText></w:r>" + begin + "<w:r><w:instrText>" + text
                                + "</w:instrText></w:r>" + end + end,
                "simple", "<w:fldSimple w:instr=\"" + text + "\"><w:r><w:t>1</w:t></w:r></w:fldSimple>",
                "of the strict kind",
                        "<s:r xmlns:s=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><s:instrText>" + text
                                + "</s:instrText></s:r>");
    }

    private static String strewnOf(String field) {
        return field.chars()
                .mapToObj(c -> "<w:r><w:instrText xml:space=\"preserve\">" + escaped((char) c) + "</w:instrText></w:r>")
                .collect(Collectors.joining());
    }

    private static String escaped(char c) {
        return c == '"' ? "&quot;" : c == '&' ? "&amp;" : String.valueOf(c);
    }

    private static Stream<byte[]> places(String runs) {
        String paragraph = "<w:p>" + runs + "</w:p>";
        return Stream.of(
                WordFiles.changed(
                        OWN,
                        WordFiles.DOCUMENT,
                        text -> text.replaceFirst("<w:sectPr", quoted(paragraph) + "<w:sectPr")),
                WordFiles.changed(OWN, "word/header1.xml", text -> text.replace("</w:hdr>", paragraph + "</w:hdr>")),
                part("footer9.xml", "footer", "footer", "ftr", paragraph),
                part(
                        "comments.xml",
                        "comments",
                        "comments",
                        "comments",
                        "<w:comment w:id=\"1\">" + paragraph + "</w:comment>"),
                part(
                        "footnotes.xml",
                        "footnotes",
                        "footnotes",
                        "footnotes",
                        "<w:footnote w:id=\"9\">" + paragraph + "</w:footnote>"),
                part(
                        "endnotes.xml",
                        "endnotes",
                        "endnotes",
                        "endnotes",
                        "<w:endnote w:id=\"9\">" + paragraph + "</w:endnote>"));
    }

    private static String quoted(String text) {
        return java.util.regex.Matcher.quoteReplacement(text);
    }

    private static byte[] part(String name, String type, String relation, String root, String content) {
        return WordFiles.withPart(
                OWN,
                "word/" + name,
                WORD + type + "+xml",
                relation,
                "<w:" + root + " " + NS + ">" + content + "</w:" + root + ">");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fieldsEverywhere")
    void everyFieldButPageNumbersIsRefusedAndNamed(String what, String named, byte[] file) {
        refused(file, "layout.fields", named);
    }

    static Stream<Arguments> others() {
        return Stream.of(
                arguments(
                        "layout.active",
                        "attachedTemplate",
                        part("settings.xml", "settings", "settings", "settings", "<w:attachedTemplate/>")),
                arguments(
                        "layout.active",
                        "mailMerge",
                        part("settings.xml", "settings", "settings", "settings", "<w:mailMerge/>")),
                arguments("layout.active", "altChunk", in("<w:altChunk/>")),
                arguments(
                        "layout.active",
                        "altChunk",
                        part("comments.xml", "comments", "comments", "comments", "<w:altChunk/>")),
                arguments("layout.active", "OLE", in("<w:p><w:r><w:object/></w:r></w:p>")),
                arguments("layout.active", "ActiveX", in("<w:p><w:r><w:control/></w:r></w:p>")),
                arguments("layout.active", "subDoc", in("<w:subDoc/>")),
                arguments(
                        "layout.link",
                        "gia-mao.example/mau.dotm",
                        WordFiles.related(OWN, "attachedTemplate", "http://gia-mao.example/mau.dotm", OUTSIDE)),
                arguments(
                        "layout.link",
                        "gia-mao.example/a.png",
                        WordFiles.related(OWN, "image", "http://gia-mao.example/a.png", OUTSIDE)),
                arguments(
                        "layout.link",
                        "gia-mao.example",
                        WordFiles.related(OWN, "hyperlink", "https://gia-mao.example", OUTSIDE)),
                arguments(
                        "layout.link",
                        "file://",
                        WordFiles.related(OWN, "oleObject", "file://gia-mao/a.docx", OUTSIDE)),
                arguments(
                        "layout.parts",
                        "/word/chen.html",
                        WordFiles.withPart(OWN, "word/chen.html", "text/html", "aFChunk", "<script>1</script>")),
                arguments(
                        "layout.parts",
                        "/customUI/customUI.xml",
                        WordFiles.withPart(OWN, "customUI/customUI.xml", "application/xml", null, "<customUI/>")),
                arguments("layout.macro", "", WordFiles.withMacro(OWN)));
    }

    private static byte[] in(String content) {
        return WordFiles.changed(
                OWN, WordFiles.DOCUMENT, text -> text.replaceFirst("<w:sectPr", quoted(content) + "<w:sectPr"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("others")
    void whatElseRunsOrComesFromElsewhereIsRefusedAndNamed(String code, String named, byte[] file) {
        refused(file, code, named);
    }

    @Test
    void theProductsOwnLayoutsAreTakenBack() {
        for (DocumentKind kind : DocumentKind.values()) {
            if (kind.isWritten()) {
                assertThatCode(() -> LayoutCheck.check(kind, new Documents.Upload("mau.docx", StandardLayout.of(kind))))
                        .doesNotThrowAnyException();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PAGE", " NUMPAGES ", "page \\* MERGEFORMAT", "PAGE  \\* Arabic  \\* MERGEFORMAT"})
    void pageNumbersStay(String field) {
        places("<w:fldSimple w:instr=\"" + field + "\"><w:r><w:t>1</w:t></w:r></w:fldSimple>")
                .forEach(file -> assertThatCode(() -> check(file)).doesNotThrowAnyException());
    }

    private static void refused(byte[] file, String code, String named) {
        InvalidInput refused = catchThrowableOfType(InvalidInput.class, () -> check(file));
        assertThat(refused).as(code).isNotNull();
        assertThat(refused.violations()).as(refused.violations().toString()).anySatisfy(violation -> {
            assertThat(violation.code()).isEqualTo(code);
            assertThat(Arrays.toString(violation.args())).contains(named);
        });
    }

    private static void check(byte[] file) {
        LayoutCheck.check(DocumentKind.subPlan, new Documents.Upload("mau.docx", file));
    }
}
