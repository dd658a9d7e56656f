package vn.plancascade.notification.mail;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Lays a letter out, as a page of its own and as plain text. An engine of its own: no page's beans are within reach. */
@Component
class LetterLayout {

    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    LetterLayout(MessageSource messages) {
        engine.setTemplateEngineMessageSource(messages);
        engine.addTemplateResolver(resolver(".html", TemplateMode.HTML));
        engine.addTemplateResolver(resolver(".txt", TemplateMode.TEXT));
    }

    String html(Letter letter, Locale locale) {
        return engine.process("letter.html", context(letter, locale));
    }

    String text(Letter letter, Locale locale) {
        return engine.process("letter.txt", context(letter, locale));
    }

    private static Context context(Letter letter, Locale locale) {
        Context context = new Context(locale);
        context.setVariable("letter", letter);
        return context;
    }

    private static ClassLoaderTemplateResolver resolver(String suffix, TemplateMode mode) {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(LetterLayout.class.getClassLoader());
        resolver.setPrefix("templates/mail/");
        resolver.getResolvablePatternSpec().addPattern("*" + suffix);
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding("UTF-8");
        return resolver;
    }
}
