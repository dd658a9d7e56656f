package vn.plancascade.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ByteArrayResource;
import vn.plancascade.organisation.UnitKind;

/** The sentences of documents, and how a deployment words them its own way. */
@Tag("quick")
class DocumentTextsTest {

    private final DocumentTexts texts = new DocumentTexts(null);

    @Test
    void aKindSaysItInItsOwnWayOrAsAllDo() {
        assertThat(texts.of(DocumentKind.consolidatedReport, "recipients.archive", "donVi", "Vụ Pháp chế"))
                .isEqualTo("Lưu: VT, Vụ Pháp chế");
        assertThat(texts.of(DocumentKind.unitReport, "recipients.archive", "donVi", "Vụ Pháp chế"))
                .isEqualTo("Lưu: VT");
    }

    @ParameterizedTest
    @CsvSource({
        "PROV_HOSPITAL, 'khoa, phòng, đơn vị'",
        "STATION, 'bộ phận, cá nhân'",
        "MOH_DEPT, 'bộ phận, đơn vị, cá nhân'"
    })
    void onlyHospitalsHaveTheirDepartmentsNamed(UnitKind kind, String within) {
        assertThat(texts.special(DocumentKind.subPlan, "within", kind)).isEqualTo(within);
    }

    @Test
    void whatStandsInThePlaceOfAPlaceholderIsTakenAsItIs() {
        assertThat(texts.of(DocumentKind.unitReport, "closing", "donVi", "A $1 ${ky} \\ B"))
                .isEqualTo("Trên đây là báo cáo của A $1 ${ky} \\ B./.");
    }

    @Test
    void aSentenceWithoutItsValuesIsAnError() {
        assertThatThrownBy(() -> texts.of(DocumentKind.unitReport, "closing")).hasMessageContaining("${donVi}");
        assertThatThrownBy(() -> texts.of(DocumentKind.unitReport, "closings")).hasMessageContaining("closings");
    }

    @Test
    void aDeploymentsOwnWordingTakesThePlaceOfOurs() {
        assertThat(own("closing=${donVi} trân trọng báo cáo./.")
                        .of(DocumentKind.unitReport, "closing", "donVi", "Sở Y tế"))
                .isEqualTo("Sở Y tế trân trọng báo cáo./.");
        assertThat(own("unitReport.nothing=Không phát sinh.").of(DocumentKind.unitReport, "nothing"))
                .isEqualTo("Không phát sinh.");
        assertThat(own("subPlan.within.MOH_DEPT=phòng").special(DocumentKind.subPlan, "within", UnitKind.MOH_DEPT))
                .isEqualTo("phòng");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"closings=Hết; closings", "closing=${donvi}; ${donvi}", "columns.missing=TT | Đơn vị; 3 columns"})
    void aWordingThatCannotBeUsedStopsTheStart(String line, String why) {
        assertThatThrownBy(() -> own(line))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(why);
    }

    @Test
    void everySentenceIsUsed() throws IOException {
        StringBuilder sources = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                sources.append(Files.readString(file));
            }
        }
        String code = sources.toString();
        List<String> unused = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("src/main/resources/templates/document/texts.properties"))) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String key = line.substring(0, line.indexOf('=')).replaceFirst(KINDS, "");
            String stem = key.substring(0, Math.max(0, key.lastIndexOf('.')));
            if (!code.contains('"' + key + '"')
                    && !code.contains('"' + stem + ".\" +")
                    && !code.contains('"' + stem + '"')) {
                unused.add(key);
            }
            Pattern.compile("\\$\\{(\\w+)}")
                    .matcher(line)
                    .results()
                    .map(match -> match.group(1))
                    .filter(name -> !code.contains('"' + name + '"'))
                    .forEach(unused::add);
        }
        assertThat(unused).isEmpty();
    }

    private static final String KINDS =
            "^(nationalPlan|planAmendment|subPlan|unitReport|consolidatedReport|chasingLetter)\\.";

    private static DocumentTexts own(String lines) {
        return new DocumentTexts(new ByteArrayResource(lines.getBytes(StandardCharsets.UTF_8)));
    }
}
