package vn.plancascade.followup.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.plancascade.kernel.InvalidInput;

@Tag("quick")
class PolicyFileTest {

    private final String own;

    PolicyFileTest() throws IOException {
        own = Files.readString(Path.of("processes/followup/deadlinePolicy.dmn"));
    }

    @Test
    void theProductsOwnTableIsGood() {
        assertThat(PolicyFile.checked(bytes(own))).isEqualTo(own);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<text>-3</text> | <text>&lt;= -3</text>",
                "<text>-3</text> | <text>[-5..-3]</text>",
                "<text>-3</text> | <text>-5, -3</text>",
                "<text>-3</text> | <text>not(-5, -3)</text>",
                "<text>-3</text> | <text>-</text>",
                "\"holder, head\" | \"deputy\"",
                "\"monday\" | \"friday\",\"monday\""
            })
    void valuesAndComparisonsAreGood(String old, String other) {
        assertThat(own).contains(old);
        PolicyFile.checked(bytes(own.replace(old, other)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<text>-3</text> | <text>now()</text> | policy.condition",
                "<text>-3</text> | <text>${1}</text> | policy.condition",
                "<text>-3</text> | <text>workingDays + 1</text> | policy.condition",
                "<text>-3</text> | <text>-3 or true</text> | policy.condition",
                "<text>dutyKind</text> | <text>dutyKind.getClass()</text> | policy.inputs",
                "\"REMIND_3\" | \"REMIND_4\" | policy.name",
                "\"REMIND_3\" | \"UNDELIVERED\" | policy.name",
                "\"REMIND_3\" | \"NEW\" | policy.name",
                "\"REMIND_3\" | \"REMIND_3\" + \"x\" | policy.text",
                "\"holder, head\" | \"minister\" | policy.name",
                "\"holder, head\" | \"\" | policy.name",
                "\"task\" | \"mail\" | policy.task",
                "\"monday\" | \"today\" | policy.name",
                "\"subPlan\" | \"subplan\" | policy.name",
                "hitPolicy=\"COLLECT\" | hitPolicy=\"COLLECT\" aggregation=\"SUM\" | policy.element",
                "hitPolicy=\"COLLECT\" | hitPolicy=\"FIRST\" | policy.table",
                "id=\"deadlinePolicy\" | id=\"other\" | policy.decision",
                "<inputEntry id= | <inputEntry expressionLanguage=\"groovy\" id= | policy.element",
                "<definitions | <definitions expressionLanguage=\"javascript\" | policy.element",
                "camunda:historyTimeToLive=\"P1825D\" | | policy.timeToLive",
                "camunda:historyTimeToLive | camunda:versionTag=\"x\" camunda:historyTimeToLive | policy.element",
                "<decisionTable | <literalExpression id=\"x\"><text>1</text></literalExpression><decisionTable | policy.element",
                "<decisionTable | <extensionElements/><decisionTable | policy.element",
                "<decision | <import namespace=\"x\" locationURI=\"file:///etc/passwd\" importType=\"x\"/><decision | policy.element",
                "encoding=\"UTF-8\"?> | encoding=\"UTF-8\"?><!DOCTYPE definitions SYSTEM \"http://127.0.0.1/x\"> | policy.xml",
                "encoding=\"UTF-8\"?> | encoding=\"UTF-16\"?> | policy.xml",
                "20191111/MODEL | 20991111/MODEL | policy.xml",
                "</definitions> | | policy.xml"
            })
    void everythingElseIsRefused(String old, String other, String code) {
        assertThat(own).contains(old);
        assertThatThrownBy(() -> PolicyFile.checked(bytes(own.replace(old, other == null ? "" : other))))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> {
                    assertThat(refused.main().code()).isEqualTo(code);
                    assertThat(refused.main().field()).isEqualTo("file");
                });
    }

    @Test
    void aFileThatIsTooLargeOrNoTextIsRefused() {
        assertThatThrownBy(() -> PolicyFile.checked(new byte[300_000])).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> PolicyFile.checked(new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1}))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> PolicyFile.checked(new byte[0])).isInstanceOf(InvalidInput.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
