package vn.plancascade.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.support.RequestContextUtils;

/** {@code ?lang=vi} or {@code ?lang=en} on any page; another value changes nothing. */
class LanguageSwitch implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        LocaleResolver resolver = RequestContextUtils.getLocaleResolver(request);
        if ("GET".equals(request.getMethod()) && resolver instanceof ChosenLanguage chosen) {
            ChosenLanguage.supported(request.getParameter(ChosenLanguage.COOKIE))
                    .ifPresent(locale -> chosen.setLocale(request, response, locale));
        }
        return true;
    }
}
