package vn.plancascade.notification.domain;

import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.PeriodText;
import vn.plancascade.notification.MailText;
import vn.plancascade.notification.Rung;

/** The words of mails as they were in force when they were read. */
public final class Wordings {

    private final MessageSource messages;
    private final Map<Key, MailText> changed;

    record Key(Rung rung, String locale) {}

    /** @param changed by administrators */
    Wordings(MessageSource messages, Map<Key, MailText> changed) {
        this.messages = messages;
        this.changed = changed;
    }

    /** For a duty of this kind and period; what is said of reports and supplements is the product's own. */
    public MailText of(Rung rung, DutyKind kind, String period, String locale) {
        if (kind == DutyKind.subPlan && !PeriodText.isSupplement(kind, period)) {
            return of(rung, locale);
        }
        Locale language = Locale.forLanguageTag(locale);
        String key = (kind == DutyKind.subPlan ? "mail.supplement." : "mail.report.") + rung;
        String subject = messages.getMessage(key + ".subject", null, null, language);
        return subject == null
                ? of(rung, locale)
                : new MailText(rung, locale, subject, messages.getMessage(key + ".opening", null, language), false);
    }

    MailText of(Rung rung, String locale) {
        MailText theirs = changed.get(new Key(rung, locale));
        return theirs != null
                ? theirs
                : new MailText(rung, locale, own(rung, "subject", locale), own(rung, "opening", locale), false);
    }

    private String own(Rung rung, String part, String locale) {
        return messages.getMessage("mail.rung." + rung + "." + part, null, Locale.forLanguageTag(locale));
    }
}
