package vn.plancascade.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/**
 * The language that a person chose on a page, kept in a cookie for a year; without one, the account's, and before the
 * login the browser's; Camunda's webapps never ask the browser. Programs are answered by their {@code Accept-Language},
 * whatever cookies they carry, and by the account's language where they send none.
 */
class ChosenLanguage extends CookieLocaleResolver {

    static final String COOKIE = "lang";

    /** The first is everybody's to begin with. */
    static final List<Locale> SUPPORTED = List.of(Locale.forLanguageTag("vi"), Locale.ENGLISH);

    private final AcceptHeaderLocaleResolver asked = new AcceptHeaderLocaleResolver();

    private final CallersLanguage caller;

    ChosenLanguage(boolean secure, CallersLanguage caller) {
        super(COOKIE);
        this.caller = caller;
        asked.setSupportedLocales(SUPPORTED);
        asked.setDefaultLocale(SUPPORTED.get(0));
        setDefaultLocaleFunction(request ->
                caller.find().orElseGet(() -> isWebapp(request) ? SUPPORTED.get(0) : asked.resolveLocale(request)));
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
        return isInterface(request) ? ofProgram(request) : super.resolveLocale(request);
    }

    @Override
    public LocaleContext resolveLocaleContext(HttpServletRequest request) {
        return isInterface(request) ? () -> ofProgram(request) : super.resolveLocaleContext(request);
    }

    private Locale ofProgram(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null
                ? caller.find().orElseGet(() -> asked.resolveLocale(request))
                : asked.resolveLocale(request);
    }

    private static boolean isInterface(HttpServletRequest request) {
        return path(request).startsWith("/api/") || path(request).startsWith("/engine-rest/");
    }

    private static boolean isWebapp(HttpServletRequest request) {
        return path(request).startsWith("/camunda/");
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
