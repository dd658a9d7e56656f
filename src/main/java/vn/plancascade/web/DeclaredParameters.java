package vn.plancascade.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/**
 * Refuses a parameter that the one who answers does not declare: a filter that is spelled wrong would otherwise filter
 * nothing, and a list of everything looks like an answer.
 *
 * <p>What is declared is read from the method itself, in the way in which its arguments are found: parameters and parts by
 * their names, objects by their fields.
 */
@Component
public class DeclaredParameters implements HandlerInterceptor {

    private static final String OURS = "vn.plancascade.";

    private static final ParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

    /** The token of a form, which the chain in front has looked at. */
    private static final String TOKEN = "_csrf";

    private final ObjectProvider<RequestMappingHandlerAdapter> adapter;
    private final Map<HandlerMethod, Set<String>> known = new ConcurrentHashMap<>();

    DeclaredParameters(ObjectProvider<RequestMappingHandlerAdapter> adapter) {
        this.adapter = adapter;
    }

    /** @throws UnknownParameter naming the first that is not declared */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean first = request.getDispatcherType() != DispatcherType.ERROR;
        if (first
                && handler instanceof HandlerMethod method
                && isOurs(method)
                && !method.hasMethodAnnotation(OwnParameters.class)) {
            Set<String> declared = known.computeIfAbsent(method, this::of);
            SentParameters sent = SentParameters.of(request);
            for (String name : sent.names()) {
                if (!isDeclared(name, declared, method, request)) {
                    throw new UnknownParameter(name);
                }
            }
            sent.checkFileNames();
        }
        return true;
    }

    private static boolean isOurs(HandlerMethod method) {
        return method.getBeanType().getName().startsWith(OURS);
    }

    private static boolean isDeclared(
            String name, Set<String> declared, HandlerMethod method, HttpServletRequest request) {
        boolean page = AnnotatedElementUtils.hasAnnotation(method.getBeanType(), PageController.class);
        return declared.contains(name)
                || (page && name.equals(ChosenLanguage.COOKIE))
                || (name.equals(TOKEN) && request.getMethod().equals("POST"))
                || Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(
                                method.getMethod(), NumberedParameters.class))
                        .filter(numbered ->
                                Stream.of(numbered.value()).anyMatch(prefix -> name.matches(prefix + "[0-9]{1,5}")))
                        .isPresent();
    }

    /** The names of all parameters that the method looks at. */
    public Set<String> of(HandlerMethod method) {
        Set<String> names = new HashSet<>();
        NumberedParameters numbered =
                AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), NumberedParameters.class);
        if (numbered != null) {
            names.addAll(List.of(numbered.also()));
        }
        OwnParameters own = method.getMethodAnnotation(OwnParameters.class);
        if (own != null) {
            names.addAll(List.of(own.value()));
        }
        List<HandlerMethodArgumentResolver> resolvers = adapter.getObject().getArgumentResolvers();
        for (MethodParameter parameter : method.getMethodParameters()) {
            parameter.initParameterNameDiscovery(NAMES);
            resolvers.stream()
                    .filter(resolver -> resolver.supportsParameter(parameter))
                    .findFirst()
                    .ifPresent(resolver -> names.addAll(ParameterNames.of(parameter, resolver)));
        }
        return names;
    }
}
