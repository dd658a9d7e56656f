package vn.plancascade.worklist.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import vn.plancascade.identity.CurrentActor;

/** Gives Tasklist and REST clients of the engine a task's form in the language that the person has chosen. */
class FormLanguageFilter extends OncePerRequestFilter {

    private static final String FORM = "/deployed-form";

    private final CurrentActor currentActor;
    private final FormLanguage forms;

    FormLanguageFilter(CurrentActor currentActor, FormLanguage forms) {
        this.currentActor = currentActor;
        this.forms = forms;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().endsWith(FORM);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean english = currentActor
                .find()
                .filter(actor ->
                        Locale.ENGLISH.getLanguage().equals(actor.person().locale()))
                .isPresent();
        if (!english) {
            chain.doFilter(request, response);
            return;
        }
        ContentCachingResponseWrapper held = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, held);
        if (held.getStatus() == HttpStatus.OK.value()) {
            byte[] translated = forms.english(held.getContentAsByteArray());
            held.resetBuffer();
            held.getOutputStream().write(translated);
        }
        held.copyBodyToResponse();
    }
}
