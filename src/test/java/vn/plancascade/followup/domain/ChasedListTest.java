package vn.plancascade.followup.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.BeanUtils;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.core.io.Resource;
import vn.plancascade.deadline.WorkStep;
import vn.plancascade.document.Block;
import vn.plancascade.document.DocumentTexts;
import vn.plancascade.organisation.UnitKind;

class ChasedListTest {

    private static final Instant DUE = Instant.parse("2023-03-19T17:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2023, 3, 24);

    private final ChasedList list;

    ChasedListTest() {
        StaticMessageSource messages = new StaticMessageSource();
        messages.setUseCodeAsDefaultMessage(true);
        list = new ChasedList(texts(), messages, new ChasedFacts(null, null) {
            @Override
            Map<Long, Facts> of(Collection<OverdueUnit> units) {
                return units.stream()
                        .map(OverdueUnit::obligation)
                        .collect(Collectors.toMap(Function.identity(), ChasedListTest::facts));
            }
        });
    }

    private static DocumentTexts texts() {
        try {
            return BeanUtils.instantiateClass(
                    DocumentTexts.class.getDeclaredConstructor(Resource.class), (Object) null);
        } catch (NoSuchMethodException renamed) {
            throw new AssertionError(renamed);
        }
    }

    private static ChasedFacts.Facts facts(long duty) {
        String province = duty % 3 == 0 ? "01" : "79";
        return new ChasedFacts.Facts(
                UnitKind.PROV_HOSPITAL,
                province,
                province.equals("01") ? "Hà Nội" : "TP HCM",
                WorkStep.drafting,
                "a@b.vn");
    }

    private static List<OverdueUnit> units(int number) {
        return LongStream.range(0, number)
                .mapToObj(n -> new OverdueUnit(n, "BV-" + n, "Bệnh viện " + n, null, DUE))
                .toList();
    }

    @Test
    void unitsAreNamedByProvince() {
        Block.Table table = (Block.Table) list.of(units(7), DAY);

        assertThat(table.rows())
                .extracting(row -> row.get(1))
                .startsWith("Hà Nội", "Bệnh viện 0", "Bệnh viện 3", "Bệnh viện 6", "TP HCM", "Bệnh viện 1")
                .hasSize(9);
        assertThat(table.rows().get(1)).startsWith("1").contains("19/3/2023", "5");
    }

    @Test
    void ofTheWholeCountryEachProvinceSaysHowMany() {
        Block.Table table = (Block.Table) list.of(units(14_000), DAY);

        assertThat(table.rows())
                .containsExactly(List.of("1", "Hà Nội", "4667", "5"), List.of("2", "TP HCM", "9333", "5"));
    }
}
