package vn.plancascade.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Vietnamese first; English for those who chose it on a page or in the account. What a browser asks for counts before the login only. */
@Configuration(proxyBeanMethods = false)
class LocaleConfiguration implements WebMvcConfigurer {

    private static final int AFTER_THE_FORM_OF_TEXT = 10;

    private final DeclaredParameters parameters;

    LocaleConfiguration(DeclaredParameters parameters) {
        this.parameters = parameters;
    }

    @Bean
    LocaleResolver localeResolver(
            @Value("${server.servlet.session.cookie.secure:true}") boolean secure, @Lazy CallersLanguage caller) {
        return new ChosenLanguage(secure, caller);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(parameters).order(AFTER_THE_FORM_OF_TEXT);
        registry.addInterceptor(new FormTokens());
        registry.addInterceptor(new LanguageSwitch());
    }
}
