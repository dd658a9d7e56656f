package vn.plancascade.followup.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.plancascade.document.Block;
import vn.plancascade.document.Block.Column;
import vn.plancascade.document.DocumentKind;
import vn.plancascade.document.DocumentTexts;
import vn.plancascade.followup.domain.ChasedFacts.Facts;
import vn.plancascade.kernel.VietnamTime;

/** What is annexed to a letter to chased units: who is late by how much, whose turn it is, and whom to ask. */
@Component
class ChasedList {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final DocumentKind KIND = DocumentKind.chasingLetter;

    /** A list of the whole country would be five hundred pages that nobody reads, and take minutes to print. */
    private static final int MOST_NAMED = 2_000;

    private final DocumentTexts texts;
    private final MessageSource messages;
    private final ChasedFacts facts;

    ChasedList(DocumentTexts texts, MessageSource messages, ChasedFacts facts) {
        this.texts = texts;
        this.messages = messages;
        this.facts = facts;
    }

    /** Whether a letter to them names each. */
    static boolean areNamed(List<OverdueUnit> units) {
        return units.size() <= MOST_NAMED;
    }

    /** The list, with a row for each province where there are several, numbered through; of very many, how many each province has. */
    Block of(List<OverdueUnit> units, LocalDate day) {
        Map<Long, Facts> known = facts.of(units);
        Map<String, List<OverdueUnit>> byProvince = new TreeMap<>();
        for (OverdueUnit unit : units) {
            byProvince
                    .computeIfAbsent(known.get(unit.obligation()).province(), any -> new ArrayList<>())
                    .add(unit);
        }
        return areNamed(units) ? named(byProvince, known, day) : counted(byProvince, known, day);
    }

    private Block named(Map<String, List<OverdueUnit>> byProvince, Map<Long, Facts> known, LocalDate day) {
        List<List<String>> rows = new ArrayList<>();
        int count = 0;
        for (List<OverdueUnit> some : byProvince.values()) {
            if (byProvince.size() > 1) {
                rows.add(List.of("", province(some, known), "", "", "", ""));
            }
            for (OverdueUnit unit : some) {
                rows.add(row(++count, unit, known.get(unit.obligation()), day));
            }
        }
        List<String> titles = texts.list(KIND, "columns");
        return new Block.Table(
                List.of(
                        Column.of(titles.get(0), 7),
                        Column.of(titles.get(1), 32),
                        Column.of(titles.get(2), 14),
                        Column.figures(titles.get(3), 11),
                        Column.of(texts.of(KIND, "step"), 16),
                        Column.of(texts.of(KIND, "contactOfUnit"), 20)),
                rows);
    }

    private Block counted(Map<String, List<OverdueUnit>> byProvince, Map<Long, Facts> known, LocalDate day) {
        List<List<String>> rows = new ArrayList<>();
        for (List<OverdueUnit> some : byProvince.values()) {
            long latest =
                    some.stream().mapToLong(one -> one.daysLate(day)).max().orElseThrow();
            rows.add(List.of(
                    Integer.toString(rows.size() + 1),
                    province(some, known),
                    Integer.toString(some.size()),
                    Long.toString(latest)));
        }
        List<String> titles = texts.list(KIND, "columnsMany");
        return new Block.Table(
                List.of(
                        Column.of(titles.get(0), 8),
                        Column.of(titles.get(1), 52),
                        Column.figures(titles.get(2), 20),
                        Column.figures(titles.get(3), 20)),
                rows);
    }

    private String province(List<OverdueUnit> some, Map<Long, Facts> known) {
        String province = known.get(some.get(0).obligation()).provinceName();
        return province == null ? texts.of(KIND, "noProvince") : province;
    }

    private List<String> row(int number, OverdueUnit one, Facts about, LocalDate day) {
        return List.of(
                Integer.toString(number),
                one.unitName(),
                VietnamTime.text(one.lastDay()),
                Long.toString(one.daysLate(day)),
                messages.getMessage("step." + about.step(), null, VIETNAMESE),
                about.contact());
    }
}
