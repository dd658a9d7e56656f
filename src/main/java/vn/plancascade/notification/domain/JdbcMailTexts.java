package vn.plancascade.notification.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.PeriodText;
import vn.plancascade.kernel.Act;
import vn.plancascade.kernel.ActWord;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.notification.MailText;
import vn.plancascade.notification.MailTexts;
import vn.plancascade.notification.Rung;
import vn.plancascade.notification.Stage.Form;
import vn.plancascade.organisation.Actor;

/** The product's wording is in the message bundles ({@code mail.rung.<rung>.subject} and {@code .opening}). */
@Service
@Transactional
public class JdbcMailTexts implements MailTexts {

    private static final List<String> LOCALES = List.of("vi", "en");
    private static final List<Rung> MAILED = Arrays.stream(Rung.values())
            .filter(rung -> Form.of(rung) == Form.mail)
            .toList();

    private final JdbcClient jdbc;
    private final MessageSource messages;
    private final ApplicationEventPublisher events;

    JdbcMailTexts(JdbcClient jdbc, MessageSource messages, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.messages = messages;
        this.events = events;
    }

    /** The wording in force for a duty of this kind and period; what is said of reports and supplements is the product's own. */
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

    /** The wording in force. */
    public MailText of(Rung rung, String locale) {
        return jdbc.sql("select subject, opening from mail_text where rung = :rung and locale = :locale")
                .param("rung", rung.name())
                .param("locale", locale)
                .query((row, n) -> new MailText(rung, locale, row.getString(1), row.getString(2), true))
                .optional()
                .orElseGet(() ->
                        new MailText(rung, locale, own(rung, "subject", locale), own(rung, "opening", locale), false));
    }

    private String own(Rung rung, String part, String locale) {
        return messages.getMessage("mail.rung." + rung + "." + part, null, Locale.forLanguageTag(locale));
    }

    @Override
    public List<MailText> all(Actor actor) {
        actor.requireAdministrator();
        return MAILED.stream()
                .flatMap(rung -> LOCALES.stream().map(locale -> of(rung, locale)))
                .toList();
    }

    @Override
    public MailText change(Actor actor, Rung rung, String locale, String subject, String opening) {
        known(actor, rung, locale);
        MailTextRules.Checked text = MailTextRules.check(subject, opening);
        delete(rung, locale);
        jdbc.sql("insert into mail_text (rung, locale, subject, opening) values (:rung, :locale, :subject, :opening)")
                .param("rung", rung.name())
                .param("locale", locale)
                .param("subject", text.subject())
                .param("opening", text.opening())
                .update();
        events.publishEvent(
                Act.of(ActWord.mailTextChanged, actor.login()).about(rung).saying(text.subject()));
        return of(rung, locale);
    }

    @Override
    public MailText reset(Actor actor, Rung rung, String locale) {
        known(actor, rung, locale);
        delete(rung, locale);
        events.publishEvent(Act.of(ActWord.mailTextReset, actor.login()).about(rung));
        return of(rung, locale);
    }

    private void delete(Rung rung, String locale) {
        jdbc.sql("delete from mail_text where rung = :rung and locale = :locale")
                .param("rung", rung.name())
                .param("locale", locale)
                .update();
    }

    private static void known(Actor actor, Rung rung, String locale) {
        actor.requireAdministrator();
        if (!MAILED.contains(rung) || !LOCALES.contains(locale)) {
            throw new NotFound("mail.textUnknown");
        }
    }
}
