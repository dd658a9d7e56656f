package vn.plancascade.identity.engineapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.Filter;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import vn.plancascade.identity.CurrentActor;

/** The filters between our login and Camunda's interfaces; all of them run after Spring Security's. */
@Configuration(proxyBeanMethods = false)
class EngineApiConfiguration {

    @Bean
    FilterRegistrationBean<WebappIdentity> webappIdentity(CurrentActor currentActor) {
        FilterRegistrationBean<WebappIdentity> filter = new FilterRegistrationBean<>(new WebappIdentity(currentActor));
        filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        filter.setOrder(0);
        return filter;
    }

    @Bean
    FilterRegistrationBean<EngineRestIdentity> engineRestIdentity(
            CurrentActor currentActor, ObjectProvider<IdentityService> identity) {
        FilterRegistrationBean<EngineRestIdentity> filter =
                new FilterRegistrationBean<>(new EngineRestIdentity(currentActor, identity));
        filter.addUrlPatterns("/engine-rest/*");
        filter.setOrder(Ordered.LOWEST_PRECEDENCE);
        return filter;
    }

    @Bean
    FilterRegistrationBean<QuietFaults> quietFaults(EngineProblems problems, ObjectMapper json) {
        return around(new QuietFaults(problems, json), 1, "Engine Api", "Cockpit Api", "Admin Api", "Tasklist Api");
    }

    @Bean
    FilterRegistrationBean<EngineTurns> engineTurns(CurrentActor currentActor, EngineProblems problems) {
        return around(new EngineTurns(currentActor, problems), 2, "Engine Api", "Cockpit Api");
    }

    @Bean
    FilterRegistrationBean<QueryGuard> queryGuard(
            CurrentActor currentActor, EngineProblems problems, ObjectMapper json) {
        return around(new QueryGuard(currentActor, problems, json), 3, "Engine Api", "Cockpit Api");
    }

    private static <T extends Filter> FilterRegistrationBean<T> around(T filter, int order, String... servlets) {
        FilterRegistrationBean<T> registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns("/engine-rest/*");
        registration.addServletNames(servlets);
        registration.setOrder(order);
        return registration;
    }

    @Bean
    FilterRegistrationBean<BoundedLists> boundedLists(ObjectProvider<ProcessEngineConfigurationImpl> engine) {
        FilterRegistrationBean<BoundedLists> filter = new FilterRegistrationBean<>(
                new BoundedLists(() -> engine.getObject().getQueryMaxResultsLimit()));
        filter.addUrlPatterns("/engine-rest/*");
        filter.addServletNames("Engine Api");
        filter.setOrder(Ordered.LOWEST_PRECEDENCE);
        return filter;
    }

    /** Mapped to the servlet, so that it runs behind the filters that are mapped to paths: Camunda's own among them. */
    @Bean
    FilterRegistrationBean<WebappLogout> webappLogout() {
        FilterRegistrationBean<WebappLogout> filter = new FilterRegistrationBean<>(new WebappLogout());
        filter.addServletNames("Admin Api");
        return filter;
    }
}
