package vn.plancascade.followup.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.PlanTerms;
import vn.plancascade.document.Block;
import vn.plancascade.document.Block.Column;
import vn.plancascade.document.DocumentKind;
import vn.plancascade.document.DocumentTexts;
import vn.plancascade.followup.domain.ChasedFacts.Facts;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.UnitKind;

/** The chased units, as a letter to them tells of them: who is late by how much, whose turn it is, and whom to ask. */
@Component
class ChasedUnits {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final DocumentKind KIND = DocumentKind.chasingLetter;

    private final DocumentTexts texts;
    private final MessageSource messages;
    private final ChasedFacts facts;

    ChasedUnits(DocumentTexts texts, MessageSource messages, ChasedFacts facts) {
        this.texts = texts;
        this.messages = messages;
        this.facts = facts;
    }

    /** The list, with a row for each province where there are several; numbered through. */
    Block list(List<OverdueUnit> units, LocalDate day) {
        Map<Long, Facts> known = facts.of(units);
        Map<String, List<OverdueUnit>> byProvince = new TreeMap<>();
        for (OverdueUnit unit : units) {
            byProvince
                    .computeIfAbsent(known.get(unit.obligation()).province(), any -> new ArrayList<>())
                    .add(unit);
        }
        List<List<String>> rows = new ArrayList<>();
        int count = 0;
        for (List<OverdueUnit> some : byProvince.values()) {
            if (byProvince.size() > 1) {
                String province = known.get(some.get(0).obligation()).provinceName();
                rows.add(List.of("", province == null ? texts.of(KIND, "noProvince") : province, "", "", "", ""));
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

    private List<String> row(int number, OverdueUnit one, Facts about, LocalDate day) {
        LocalDate lastDay = VietnamTime.dayOf(one.dueAt().minusNanos(1));
        return List.of(
                Integer.toString(number),
                one.unitName(),
                VietnamTime.text(lastDay),
                Long.toString(ChronoUnit.DAYS.between(lastDay, day)),
                messages.getMessage("step." + about.step(), null, VIETNAMESE),
                about.contact());
    }

    /** Kính gửi: heads of public units; private ones and those of other ministries as the bodies that they are. */
    List<String> addressees(List<OverdueUnit> units) {
        Map<Long, Facts> known = facts.of(units);
        if (units.size() == 1) {
            OverdueUnit one = units.get(0);
            return List.of(addressee(known.get(one.obligation()).kind(), one.unitName()));
        }
        List<String> lines = new ArrayList<>();
        if (units.stream().anyMatch(unit -> !isOutside(known, unit))) {
            lines.add(texts.of(KIND, "addressees"));
        }
        if (units.stream().anyMatch(unit -> isOutside(known, unit))) {
            lines.add(texts.of(KIND, "addresseesOutside"));
        }
        return lines;
    }

    /** How one unit is addressed. */
    String addressee(UnitKind kind, String name) {
        return texts.special(KIND, "addressee", kind, "donVi", name);
    }

    private static boolean isOutside(Map<Long, Facts> known, OverdueUnit unit) {
        return switch (known.get(unit.obligation()).kind()) {
            case OTHER_MIN, PRIV_HOSPITAL, PRIV_CLINIC -> true;
            default -> false;
        };
    }

    /** The deadline, where it is one for all; units that were given more time have their own. */
    String deadlines(PlanTerms plan, List<OverdueUnit> units) {
        List<Instant> due =
                units.stream().map(OverdueUnit::dueAt).distinct().sorted().toList();
        if (due.size() != 1) {
            return texts.of(KIND, "severalDeadlines");
        }
        LocalDate deadline = plan.bound().deadline(VietnamTime.dayOf(due.get(0).minusNanos(1)));
        return messages.getMessage("page.bound." + plan.bound(), new Object[] {VietnamTime.text(deadline)}, VIETNAMESE);
    }
}
