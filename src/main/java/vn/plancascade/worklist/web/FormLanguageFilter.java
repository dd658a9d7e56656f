package vn.plancascade.worklist.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import vn.plancascade.identity.CurrentActor;
import vn.plancascade.organisation.Actor;

/**
 * Gives Tasklist and REST clients of the engine a task's form in the language that the person has chosen, and with what its
 * file cannot know.
 */
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
        Optional<Actor> actor = currentActor.find();
        if (actor.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        ContentCachingResponseWrapper held = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, held);
        if (held.getStatus() == HttpStatus.OK.value()) {
            byte[] arranged = forms.arranged(held.getContentAsByteArray(), actor.get(), task(request));
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
