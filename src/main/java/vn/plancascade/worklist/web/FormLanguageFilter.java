package vn.plancascade.worklist.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;
import vn.plancascade.identity.CurrentActor;
import vn.plancascade.identity.EngineApiCall;
import vn.plancascade.organisation.Actor;

/**
 * Gives Tasklist and REST clients of the engine a task's form in the language that the person has chosen, and with what its
 * file cannot know.
 */
class FormLanguageFilter extends OncePerRequestFilter {

    private static final String FORM = "/deployed-form";

    private final CurrentActor currentActor;
    private final FormLanguage forms;

    private final LocaleResolver locales;

    FormLanguageFilter(CurrentActor currentActor, FormLanguage forms, LocaleResolver locales) {
        this.currentActor = currentActor;
        this.forms = forms;
        this.locales = locales;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().endsWith(FORM);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Actor> actor = currentActor.find();
        if (actor.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        ContentCachingResponseWrapper held = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, held);
        if (held.getStatus() == HttpStatus.OK.value()) {
            Locale locale = locales.resolveLocale(request);
            LocaleContextHolder.setLocale(locale);
            byte[] arranged = forms.arranged(
                    held.getContentAsByteArray(),
                    actor.get(),
                    task(request),
                    locale,
                    EngineApiCall.of(request).isOfWebapp());
            held.resetBuffer();
            held.getOutputStream().write(arranged);
        }
        held.copyBodyToResponse();
    }

    /** The id that stands before the last part of the path. */
    private static String task(HttpServletRequest request) {
        String path = request.getRequestURI();
        String before = path.substring(0, path.length() - FORM.length());
        return before.substring(before.lastIndexOf('/') + 1);
    }
}
