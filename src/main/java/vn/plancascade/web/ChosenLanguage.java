package vn.plancascade.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/**
 * The language that a person chose on a page, kept in a cookie for a year; without one, the browser's. Programs are
 * answered by their {@code Accept-Language} alone, whatever cookies they carry.
 */
class ChosenLanguage extends CookieLocaleResolver {

    static final String COOKIE = "lang";

    private static final List<Locale> SUPPORTED = List.of(Locale.forLanguageTag("vi"), Locale.ENGLISH);

    private final AcceptHeaderLocaleResolver asked = new AcceptHeaderLocaleResolver();

    ChosenLanguage(boolean secure) {
        super(COOKIE);
        asked.setSupportedLocales(SUPPORTED);
        asked.setDefaultLocale(SUPPORTED.get(0));
        setDefaultLocaleFunction(asked::resolveLocale);
        setCookieMaxAge(Duration.ofDays(365));
        setCookieHttpOnly(true);
        setCookieSameSite("Lax");
        setCookieSecure(secure);
        setRejectInvalidCookies(false);
    }

    static Optional<Locale> supported(String language) {
        return SUPPORTED.stream()
                .filter(locale -> locale.getLanguage().equals(language))
                .findFirst();
    }

    /** Null, and so the default, for a language that there is no text in. */
    @Override
    protected Locale parseLocaleValue(String value) {
        return supported(value).orElse(null);
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return isInterface(request) ? asked.resolveLocale(request) : super.resolveLocale(request);
    }

    @Override
    public LocaleContext resolveLocaleContext(HttpServletRequest request) {
        return isInterface(request) ? () -> asked.resolveLocale(request) : super.resolveLocaleContext(request);
    }

    private static boolean isInterface(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path.startsWith("/api/") || path.startsWith("/engine-rest/");
    }
}
