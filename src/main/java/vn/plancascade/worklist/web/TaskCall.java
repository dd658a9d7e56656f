package vn.plancascade.worklist.web;

import java.util.Map;
import java.util.Optional;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPattern.PathMatchInfo;
import org.springframework.web.util.pattern.PathPatternParser;
import vn.plancascade.identity.EngineApiCall;

/** A call on one task that the product answers itself. */
record TaskCall(Step step, String taskId) {

    enum Step {
        READ,
        SAVE,
        COMPLETE,
        CLAIM,
        UNCLAIM
    }

    private static final PathPattern TASK = PathPatternParser.defaultInstance.parse("/task/{id}/{word}");

    private static final Map<String, Step> STEPS = Map.of(
            "GET form-variables", Step.READ,
            "GET variables", Step.READ,
            "PUT draft", Step.SAVE,
            "POST submit-form", Step.COMPLETE,
            "POST complete", Step.COMPLETE,
            "POST claim", Step.CLAIM,
            "POST unclaim", Step.UNCLAIM);

    static Optional<TaskCall> of(EngineApiCall call) {
        PathMatchInfo match = TASK.matchAndExtract(call.path());
        if (match == null) {
            return Optional.empty();
        }
        Map<String, String> names = match.getUriVariables();
        return Optional.ofNullable(STEPS.get(call.method() + " " + names.get("word")))
                .map(step -> new TaskCall(step, names.get("id")));
    }

    boolean hasBody() {
        return step != Step.READ && step != Step.UNCLAIM;
    }
}
