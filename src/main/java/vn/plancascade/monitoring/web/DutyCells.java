package vn.plancascade.monitoring.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.PeriodText;
import vn.plancascade.deadline.PlanTerms;
import vn.plancascade.followup.LetterSent;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Person;
import vn.plancascade.web.Texts;

/** What stands in each column: a text, a day or a number; null where there is nothing. */
@Component("dutyCells")
class DutyCells {

    private final Texts texts;
    private final MessageSource messages;

    DutyCells(Texts texts, MessageSource messages) {
        this.texts = texts;
        this.messages = messages;
    }

    public Object of(DutyColumn column, WatchedRows.Row row) {
        Obligation duty = row.row().duty();
        return switch (column) {
            case unit -> duty.unitName();
            case unitCode -> duty.unitCode();
            case kind -> texts.of("dutyKind." + duty.kind());
            case unitKind ->
                row.watched().given() == null
                        ? null
                        : texts.of("unitKind." + row.watched().given().kind());
            case province -> row.province();
            case superior -> row.superior();
            case plan -> plan(row.plan());
            case period ->
                duty.kind() == vn.plancascade.deadline.DutyKind.subPlan && !duty.supplement()
                        ? duty.period()
                        : PeriodText.of(duty, messages, LocaleContextHolder.getLocale());
            case due -> lastDay(duty.dueAt());
            case originalDue -> lastDay(duty.originalDueAt());
            case daysLate -> row.row().daysLate();
            case state -> texts.of("state." + duty.state());
            case step -> texts.of("step." + row.watched().step());
            case daysInStep -> row.daysInStep();
            case holder -> holder(row.row());
            case holderMail -> ofHolders(row, Person::email);
            case holderPhone -> ofHolders(row, Person::phone);
            case returned -> (long) duty.timesReturned();
            case extensions -> (long) row.watched().extensions();
            case documentNumber -> duty.documentNumber();
            case documentDate -> duty.documentDate();
            case lastMail ->
                row.lastMail() == null
                        ? null
                        : texts.of("rung." + row.lastMail().rung());
            case lastMailDay ->
                row.lastMail() == null ? null : VietnamTime.dayOf(row.lastMail().at());
            case lastMailState ->
                row.lastMail() == null || row.lastMail().state() == null
                        ? null
                        : texts.of("mailState." + row.lastMail().state());
            case letter -> row.letter() == null ? null : row.letter().number();
            case letterDay -> row.letter() == null ? null : row.letter().date();
            case letterState -> row.letter() == null ? null : delivered(row.letter());
        };
    }

    private static String ofHolders(WatchedRows.Row row, Function<Person, String> what) {
        return row.row().people().stream().map(what).filter(Objects::nonNull).collect(Collectors.joining(", "));
    }

    private String holder(ObligationRows.Row row) {
        return row.holderRole() == null
                ? null
                : texts.of("role." + row.holderRole())
                        + (row.holders().isEmpty() ? "" : ": " + String.join(", ", row.holders()));
    }

    /** Whether a letter reached its unit. */
    public String delivered(LetterSent letter) {
        if (letter.unreachable()) {
            return texts.of("letter.noAddress");
        }
        return letter.mailState() == null
                ? texts.of("letterState." + letter.state())
                : texts.of("mailState." + letter.mailState());
    }

    private static String plan(PlanTerms plan) {
        return plan == null
                ? null
                : (plan.documentNumber() == null ? "" : plan.documentNumber() + " ") + plan.shortSubject();
    }

    private static LocalDate lastDay(Instant dueAt) {
        return dueAt == null ? null : VietnamTime.lastDay(dueAt);
    }
}
