package vn.plancascade.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.PlainText;
import vn.plancascade.kernel.Violation;

/**
 * Puts what an address names into the form of {@link PlainText}, and refuses fields that hold control characters; who takes
 * {@link OwnParameters} refuses them, so that a long form can say so at its field and keep the rest.
 */
class PlainAddress implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        List<Violation> broken = new ArrayList<>();
        boolean own = handler instanceof HandlerMethod method && method.hasMethodAnnotation(OwnParameters.class);
        request.getParameterMap().forEach((name, values) -> {
            if (!own && !PlainParameters.AS_TYPED.contains(name)) {
                for (String value : values) {
                    check(name, value, broken);
                }
            }
        });
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables) {
            Map<String, String> plain = new LinkedHashMap<>();
            variables.forEach((name, value) -> {
                plain.put(String.valueOf(name), PlainText.line((String) value));
                check(String.valueOf(name), (String) value, broken);
            });
            request.setAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, plain);
        }
        InvalidInput.throwIfAny(broken);
        return true;
    }

    private static void check(String name, String value, List<Violation> broken) {
        if (PlainText.isBroken(value)) {
            broken.add(new Violation(name, "controlCharacter"));
        }
    }
}
