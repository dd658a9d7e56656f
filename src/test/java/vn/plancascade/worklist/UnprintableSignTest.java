package vn.plancascade.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Violation;

/** What no page can show is refused where it comes in, by its field and with the sign. */
@Tag("quick")
class UnprintableSignTest {

    @Test
    void aSignThatNoFontHasIsRefusedByItsFieldAndNamed() {
        ObjectNode sent = FormData.object().put("title", "Kế hoạch 会");
        sent.withArray("items").addObject().put("activity", "Họp xong \uD83D\uDC4D");
        assertThatThrownBy(() -> FormData.checkSizes(sent))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.violations())
                                .extracting(Violation::field, Violation::code, wrong -> wrong.args()[0])
                                .containsExactly(
                                        tuple("title", "unprintable", "会 (U+4F1A)"),
                                        tuple("items[0].activity", "unprintable", "\uD83D\uDC4D (U+1F44D)")));
    }

    @Test
    void whatCanBePrintedAndACommentArePassed() {
        FormData.checkSizes(
                FormData.object().put("title", "☑ Đủ – 20 ℃ ≥ ½\nhai dòng").put("comment", "Tốt \uD83D\uDC4D"));
    }
}
