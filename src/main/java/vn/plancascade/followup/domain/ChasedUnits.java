package vn.plancascade.followup.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.PlanTerms;
import vn.plancascade.document.DocumentKind;
import vn.plancascade.document.DocumentTexts;
import vn.plancascade.followup.domain.ChasedFacts.Facts;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.UnitKind;

/** How a letter to chased units addresses them, and by when it says that they were to be done. */
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

    /** Kính gửi: heads of public units; private ones and those of other ministries as the bodies that they are. */
    List<String> addressees(List<OverdueUnit> units) {
        Map<Long, Facts> known = facts.of(units);
        if (units.size() == 1) {
            OverdueUnit one = units.get(0);
            return List.of(addressee(known.get(one.obligation()).kind(), one.unitName()));
        }
        boolean named = ChasedList.areNamed(units);
        List<String> lines = new ArrayList<>();
        if (units.stream().anyMatch(unit -> !isOutside(known, unit))) {
            lines.add(texts.of(KIND, named ? "addressees" : "addresseesMany"));
        }
        if (units.stream().anyMatch(unit -> isOutside(known, unit))) {
            lines.add(texts.of(KIND, named ? "addresseesOutside" : "addresseesOutsideMany"));
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
        LocalDate deadline = plan.bound().deadline(VietnamTime.lastDay(due.get(0)));
        return messages.getMessage("page.bound." + plan.bound(), new Object[] {VietnamTime.text(deadline)}, VIETNAMESE);
    }
}
