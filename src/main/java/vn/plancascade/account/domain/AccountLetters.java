package vn.plancascade.account.domain;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.notification.PersonalLetter;
import vn.plancascade.organisation.Person;

/** What invitations and resets say. Each attempt to send one carries a token of its own, which is made then. */
@Configuration(proxyBeanMethods = false)
class AccountLetters {

    @Bean
    PersonalLetter invitationLetter(Grants grants, MessageSource messages) {
        return new Letter(Purpose.invitation, grants, messages);
    }

    @Bean
    PersonalLetter resetLetter(Grants grants, MessageSource messages) {
        return new Letter(Purpose.reset, grants, messages);
    }

    private record Letter(Purpose purpose, Grants grants, MessageSource messages) implements PersonalLetter {

        @Override
        public String kind() {
            return purpose.name();
        }

        @Override
        public boolean isAwaited() {
            return true;
        }

        @Override
        public Optional<Content> write(long mail, Person person, Locale locale) {
            return grants.ofMail(mail).map(grant -> {
                String until = DateTimeFormatter.ofPattern("HH:mm dd/MM/uuuu")
                        .format(grant.expiresAt().atZone(VietnamTime.ZONE));
                return new Content(
                        text("subject", locale),
                        List.of(
                                text("opening", locale, person.login()),
                                text("until", locale, until),
                                text("not", locale)),
                        text("button", locale),
                        "/account/token?token=" + grants.newTokenApart(grant.id()));
            });
        }

        private String text(String key, Locale locale, Object... values) {
            return messages.getMessage("mail.account." + purpose + "." + key, values, locale);
        }
    }
}
