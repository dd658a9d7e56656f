package vn.plancascade.web;

import java.beans.PropertyDescriptor;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.springframework.beans.BeanUtils;
import org.springframework.core.MethodParameter;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.method.annotation.ModelAttributeMethodProcessor;
import org.springframework.web.method.annotation.RequestParamMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestPartMethodArgumentResolver;

/** The names by which an argument of a handler is found in a request, as the one who finds it reads them. */
final class ParameterNames {

    private ParameterNames() {}

    static Set<String> of(MethodParameter parameter, HandlerMethodArgumentResolver resolver) {
        if (resolver instanceof RequestParamMethodArgumentResolver) {
            RequestParam declared = parameter.getParameterAnnotation(RequestParam.class);
            return Set.of(nameOr(declared == null ? "" : declared.name(), parameter));
        }
        if (resolver instanceof RequestPartMethodArgumentResolver) {
            RequestPart declared = parameter.getParameterAnnotation(RequestPart.class);
            return Set.of(nameOr(declared == null ? "" : declared.name(), parameter));
        }
        if (resolver instanceof ModelAttributeMethodProcessor) {
            return fields(parameter.getParameterType());
        }
        return Set.of();
    }

    private static String nameOr(String declared, MethodParameter parameter) {
        return StringUtils.hasText(declared) ? declared : parameter.getParameterName();
    }

    private static Set<String> fields(Class<?> form) {
        Set<String> names = new HashSet<>();
        if (form.isRecord()) {
            Arrays.stream(form.getRecordComponents()).forEach(part -> names.add(part.getName()));
        } else {
            Arrays.stream(BeanUtils.getPropertyDescriptors(form))
                    .filter(property -> property.getWriteMethod() != null)
                    .map(PropertyDescriptor::getName)
                    .forEach(names::add);
        }
        return names;
    }
}
