package vn.plancascade.notification.domain;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
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

    /** What is in force now, for many mails. */
    public Wordings inForce() {
        Map<Wordings.Key, MailText> changed = new HashMap<>();
        jdbc.sql("select rung, locale, subject, opening from mail_text").query(row -> {
            MailText text = new MailText(
                    Rung.valueOf(row.getString(1)), row.getString(2), row.getString(3), row.getString(4), true);
            changed.put(new Wordings.Key(text.rung(), text.locale()), text);
        });
        return new Wordings(messages, changed);
    }

    @Override
    public List<MailText> all(Actor actor) {
        actor.requireAdministrator();
        Wordings inForce = inForce();
        return MAILED.stream()
                .flatMap(rung -> LOCALES.stream().map(locale -> inForce.of(rung, locale)))
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
        return inForce().of(rung, locale);
    }

    @Override
    public MailText reset(Actor actor, Rung rung, String locale) {
        known(actor, rung, locale);
        delete(rung, locale);
        events.publishEvent(Act.of(ActWord.mailTextReset, actor.login()).about(rung));
        return inForce().of(rung, locale);
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
