package vn.plancascade.worklist.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;
import vn.plancascade.identity.CurrentActor;
import vn.plancascade.identity.EngineApiCall;
import vn.plancascade.identity.EngineRights;
import vn.plancascade.kernel.BusinessProblem;
import vn.plancascade.kernel.NotAllowed;
import vn.plancascade.organisation.Actor;
import vn.plancascade.worklist.FormData;
import vn.plancascade.worklist.Worklist;
import vn.plancascade.worklist.form.FieldLabels;

/**
 * Answers what Tasklist and REST clients of the engine ask about a single task from the product's own task list: drafts
 * live in our tables, not in process variables, and a step is checked and recorded whatever page it comes from.
 *
 * <p>It has to run behind Camunda's filter against forged requests, and before the engine's servlet.
 */
class TasklistBridge extends OncePerRequestFilter {

    private static final String VERSION = "version";
    private static final int MAX_BODY = 2 * 1024 * 1024;

    private final Worklist worklist;
    private final CurrentActor currentActor;
    private final EngineRights rights;
    private final TasklistProblems problems;
    private final TasklistForms forms;
    private final LocaleResolver locales;
    private final ObjectMapper json;

    TasklistBridge(
            Worklist worklist,
            CurrentActor currentActor,
            EngineRights rights,
            TasklistProblems problems,
            TasklistForms forms,
            LocaleResolver locales,
            ObjectMapper json) {
        this.worklist = worklist;
        this.currentActor = currentActor;
        this.rights = rights;
        this.problems = problems;
        this.forms = forms;
        this.locales = locales;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        EngineApiCall engineCall = EngineApiCall.of(request);
        Optional<TaskCall> call = TaskCall.of(engineCall);
        if (call.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        Locale locale = locales.resolveLocale(request);
        LocaleContextHolder.setLocale(locale);
        try {
            ObjectNode body = call.get().hasBody() ? body(request) : json.createObjectNode();
            Actor actor = currentActor.get();
            Optional<JsonNode> answer = rights.asSystem(() -> engineCall.isOfWebapp()
                    ? answerPeople(call.get(), actor, body, locale)
                    : answer(call.get(), actor, body, UnaryOperator.identity()));
            if (answer.isPresent()) {
                write(response, HttpStatus.OK, answer.get());
            } else {
                response.setStatus(HttpStatus.NO_CONTENT.value());
            }
        } catch (BusinessProblem problem) {
            FieldLabels labels = engineCall.isOfWebapp()
                    ? rights.asSystem(
                            () -> forms.labels(currentActor.get(), call.get().taskId(), locale))
                    : FieldLabels.NONE;
            write(response, TasklistProblems.status(problem), problems.body(problem, labels, locale));
        } catch (JsonProcessingException notJson) {
            write(response, HttpStatus.BAD_REQUEST, problems.unreadable(locale));
        }
    }

    /** Days and numbers are text there, both ways. */
    private Optional<JsonNode> answerPeople(TaskCall call, Actor actor, ObjectNode body, Locale locale) {
        return switch (call.step()) {
            case READ -> Optional.of(TaskVariables.fromDraft(forms.shown(actor, call.taskId(), locale), json));
            case SAVE, COMPLETE -> answer(call, actor, body, forms.text(actor, call.taskId(), locale)::read);
            default -> answer(call, actor, body, UnaryOperator.identity());
        };
    }

    private Optional<JsonNode> answer(TaskCall call, Actor actor, ObjectNode body, UnaryOperator<ObjectNode> read) {
        String task = call.taskId();
        // Whoever may not know of the task hears nothing of what could be sent to it.
        worklist.get(actor, task);
        refuseUnknown(call, body);
        switch (call.step()) {
            case READ -> {
                return Optional.of(TaskVariables.fromDraft(worklist.draft(actor, task), json));
            }
            case SAVE -> {
                return Optional.of(save(actor, task, read.apply(body)));
            }
            case COMPLETE -> complete(actor, task, body, read);
            case CLAIM -> {
                refuseOthers(actor, body);
                worklist.claim(actor, task);
            }
            case UNCLAIM -> worklist.unclaim(actor, task);
        }
        return Optional.empty();
    }

    /** A draft's names are the form's, and looked at where it is saved. */
    private static void refuseUnknown(TaskCall call, ObjectNode body) {
        switch (call.step()) {
            case COMPLETE -> FormData.refuseUnknown(body, Set.of("variables", "withVariablesInReturn", "businessKey"));
            case CLAIM, UNCLAIM -> FormData.refuseUnknown(body, Set.of("userId"));
            case READ, SAVE -> {}
        }
    }

    /** A form sends the fields that it shows at the moment; the others keep what they have. */
    private ObjectNode save(Actor actor, String task, ObjectNode body) {
        ObjectNode draft = worklist.draft(actor, task);
        draft.remove(VERSION);
        draft.setAll(body);
        return worklist.saveDraft(actor, task, draft);
    }

    private void complete(Actor actor, String task, ObjectNode body, UnaryOperator<ObjectNode> read) {
        ObjectNode known = worklist.draft(actor, task);
        worklist.complete(actor, task, read.apply(TaskVariables.toData(body.path("variables"), known, json)));
    }

    /** Camunda lets a caller claim for anybody; here people act for themselves. */
    private static void refuseOthers(Actor actor, ObjectNode body) {
        String user = body.path("userId").asText(actor.login());
        if (!user.equals(actor.login())) {
            throw new NotAllowed("task.notYours");
        }
    }

    private ObjectNode body(HttpServletRequest request) throws IOException {
        byte[] bytes = request.getInputStream().readNBytes(MAX_BODY + 1);
        if (bytes.length > MAX_BODY) {
            throw new com.fasterxml.jackson.core.JsonParseException(null, "Too long");
        }
        if (bytes.length == 0) {
            return json.createObjectNode();
        }
        // Read as text first: Jackson would guess the encoding.
        return json.readerFor(ObjectNode.class).readValue(new String(bytes, StandardCharsets.UTF_8));
    }

    private void write(HttpServletResponse response, HttpStatus status, JsonNode content) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getOutputStream(), content);
    }
}
