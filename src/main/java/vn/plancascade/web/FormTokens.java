package vn.plancascade.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/**
 * Makes the token of a page's forms before the page is written. It lives in the session, or in a cookie, which cannot be set any
 * more once the first part of a long page has gone out: the page would end there.
 */
class FormTokens implements HandlerInterceptor {

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, ModelAndView page) {
        boolean hasForms = page != null && (request.getUserPrincipal() != null || page.getStatus() == null);
        if (hasForms && request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            token.getToken();
        }
    }
}
