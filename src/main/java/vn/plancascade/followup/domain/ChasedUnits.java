package vn.plancascade.followup.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.PlanTerms;
import vn.plancascade.document.Block;
import vn.plancascade.document.Block.Column;
import vn.plancascade.document.DocumentKind;
import vn.plancascade.document.DocumentTexts;
import vn.plancascade.kernel.VietnamTime;

/** The units of an inspector's list, as a letter to them tells of them: who is late by how much, and by which deadline. */
@Component
class ChasedUnits {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final DocumentKind KIND = DocumentKind.chasingLetter;

    private final DocumentTexts texts;
    private final MessageSource messages;

    ChasedUnits(DocumentTexts texts, MessageSource messages) {
        this.texts = texts;
        this.messages = messages;
    }

    Block table(List<OverdueUnit> units, LocalDate day) {
        List<List<String>> rows = new ArrayList<>();
        for (OverdueUnit one : units) {
            LocalDate lastDay = VietnamTime.dayOf(one.dueAt().minusNanos(1));
            rows.add(List.of(
                    Integer.toString(rows.size() + 1),
                    one.unitName(),
                    VietnamTime.text(lastDay),
                    Long.toString(ChronoUnit.DAYS.between(lastDay, day))));
        }
        List<String> titles = texts.list(KIND, "columns");
        return new Block.Table(
                List.of(
                        Column.of(titles.get(0), 8),
                        Column.of(titles.get(1), 52),
                        Column.of(titles.get(2), 20),
                        Column.figures(titles.get(3), 20)),
                rows);
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
