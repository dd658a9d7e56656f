package vn.plancascade.monitoring.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.plancascade.audit.AuditEntry;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.PeriodText;
import vn.plancascade.deadline.PlanTerms;
import vn.plancascade.deadline.PlanTermsSource;
import vn.plancascade.kernel.ActWord;
import vn.plancascade.web.Texts;

/** Entries of the audit in the reader's language. */
@Component
class AuditTexts {

    private final PlanTermsSource plans;
    private final Texts texts;
    private final MessageSource messages;

    AuditTexts(PlanTermsSource plans, Texts texts, MessageSource messages) {
        this.plans = plans;
        this.texts = texts;
        this.messages = messages;
    }

    /** What was done, in words. */
    static String word(String what, Texts texts) {
        boolean ofItsOwn =
                Arrays.stream(ActWord.values()).anyMatch(word -> word.name().equals(what));
        return texts.of((ofItsOwn ? "act." : "event.") + what);
    }

    List<Line> of(List<AuditEntry> entries) {
        Map<Long, PlanTerms> terms = plans.terms(
                entries.stream().map(AuditEntry::plan).filter(Objects::nonNull).collect(Collectors.toSet()));
        return entries.stream()
                .map(entry -> new Line(
                        entry,
                        word(entry.what(), texts),
                        entry.plan() == null ? null : plan(terms.get(entry.plan())),
                        duty(entry),
                        subject(entry)))
                .toList();
    }

    private static String plan(PlanTerms terms) {
        return terms == null
                ? null
                : (terms.documentNumber() == null ? "" : terms.documentNumber() + " ") + terms.shortSubject();
    }

    private String duty(AuditEntry entry) {
        if (entry.kind() == null) {
            return null;
        }
        String period = entry.kind() == DutyKind.subPlan && !PeriodText.isSupplement(entry.kind(), entry.period())
                ? entry.period()
                : PeriodText.of(entry.period(), messages, LocaleContextHolder.getLocale());
        return texts.of("dutyKind." + entry.kind()) + " " + period;
    }

    /** Names of the product's own are told in words; what people typed, logins and numbers stand as they are. */
    private String subject(AuditEntry entry) {
        String subject = entry.subject();
        if (subject == null) {
            return null;
        }
        return switch (entry.what()) {
            case "taskClaimed", "taskReleased" -> texts.ofOr("task." + subject, subject);
            case "layoutReplaced" -> texts.ofOr("documentKind." + subject, subject);
            case "mailTextChanged", "mailTextReset" -> texts.ofOr("rung." + subject, subject);
            case "extended" -> texts.of("audit.until", subject);
            default -> subject;
        };
    }

    /**
     * @param text what was done
     * @param plan number and subject of the plan, or null
     * @param duty kind and period of the duty, or null
     * @param subject whom or what else it concerns, or null
     */
    record Line(AuditEntry entry, String text, String plan, String duty, String subject) {}
}
