package vn.plancascade.worklist.process;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.springframework.stereotype.Component;
import vn.plancascade.worklist.form.FormExpressions;

/** The FEEL engine that decides the engine's tables, for the expressions of its forms. */
@Component
class FeelExpressions implements FormExpressions {

    private final FeelEngineApi feel = FeelEngineBuilder.forJava().build();

    /** Those of the form files, of which there are some hundred. */
    private final Map<String, ParseResult> parsed = new ConcurrentHashMap<>();

    @Override
    public Object value(String expression, Map<String, Object> names) {
        ParseResult read = parsed.computeIfAbsent(expression, feel::parseExpression);
        if (read.isFailure()) {
            throw new IllegalStateException("A form's expression cannot be read: " + expression);
        }
        EvaluationResult result = feel.evaluate(read.parsedExpression(), names);
        return result.isFailure() ? null : result.result();
    }
}
