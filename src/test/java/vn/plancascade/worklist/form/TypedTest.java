package vn.plancascade.worklist.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days and numbers mean the same in every browser. */
@Tag("quick")
class TypedTest {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    @ParameterizedTest
    @CsvSource({
        "03/04/2023, 2023-04-03",
        "25/03/2023, 2023-03-25",
        "5-3-2023, 2023-03-05",
        "2023-03-25, 2023-03-25",
        "31/02/2023, 31/02/2023",
        "03/25/2023, 03/25/2023",
        "quý II, quý II",
    })
    void theDayComesBeforeTheMonthAndWhatIsNoDayStaysAsItWasTyped(String typed, String kept) {
        assertThat(Typed.day(typed).asText()).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"1.500,5;vi;1500.5", "1,500.5;en;1500.5", "12,5;vi;12.5", "12.5;en;12.5"})
    void numbersAreReadAsThePagesLanguageWritesThem(String typed, String language, BigDecimal number) {
        assertThat(Typed.number(typed, Locale.forLanguageTag(language)).decimalValue())
                .isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @CsvSource({"mười", "1.5.5", "12 tr"})
    void whatIsNoNumberStaysAsItWasTyped(String typed) {
        assertThat(Typed.number(typed, VIETNAMESE)).isEqualTo(TextNode.valueOf(typed));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"1500.5;vi;1500,5", "1500.5;en;1500.5", "2023;vi;2023", "0.125;vi;0,125"})
    void whatIsShownIsReadAgainAsTheSame(BigDecimal number, String language, String shown) {
        Locale locale = Locale.forLanguageTag(language);
        assertThat(Typed.shownNumber(DecimalNode.valueOf(number), locale)).isEqualTo(shown);
        assertThat(Typed.number(shown, locale).decimalValue()).isEqualByComparingTo(number);
    }
}
