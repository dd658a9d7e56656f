package vn.plancascade.worklist.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.web.servlet.LocaleResolver;
import vn.plancascade.identity.CurrentActor;
import vn.plancascade.identity.EngineRights;
import vn.plancascade.worklist.Worklist;

@Configuration(proxyBeanMethods = false)
class TasklistBridgeConfiguration {

    /**
     * In the webapps it is mapped to the servlet: filters that are mapped to paths, Camunda's own against forged
     * requests among them, run before those that are mapped to a servlet, in whatever order they are registered.
     */
    @Bean
    FilterRegistrationBean<TasklistBridge> tasklistBridge(
            @Lazy Worklist worklist,
            CurrentActor currentActor,
            @Lazy EngineRights rights,
            TasklistProblems problems,
            @Lazy TasklistForms forms,
            @Lazy LocaleResolver locales,
            ObjectMapper json) {
        FilterRegistrationBean<TasklistBridge> filter = new FilterRegistrationBean<>(
                new TasklistBridge(worklist, currentActor, rights, problems, forms, locales, json));
        filter.addServletNames("Engine Api");
        filter.addUrlPatterns("/engine-rest/*");
        return filter;
    }

    @Bean
    FilterRegistrationBean<FormLanguageFilter> formLanguageFilter(
            CurrentActor currentActor, FormLanguage forms, @Lazy LocaleResolver locales) {
        FilterRegistrationBean<FormLanguageFilter> filter =
                new FilterRegistrationBean<>(new FormLanguageFilter(currentActor, forms, locales));
        filter.addServletNames("Engine Api");
        filter.addUrlPatterns("/engine-rest/*");
        return filter;
    }
}
