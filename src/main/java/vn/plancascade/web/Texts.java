package vn.plancascade.web;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.plancascade.kernel.Violation;

/** Sentences in the language of whoever asks: Vietnamese, or English where it is asked for. */
@Component
public class Texts {

    private final MessageSource messages;

    Texts(MessageSource messages) {
        this.messages = messages;
    }

    public String of(Violation violation) {
        return of("problem." + violation.code(), violation.args());
    }

    public String of(String key, Object... args) {
        return messages.getMessage(key, args, locale());
    }

    /** The text of a key, or the fallback where there is none. */
    public String ofOr(String key, String fallback) {
        return messages.getMessage(key, null, fallback, locale());
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
