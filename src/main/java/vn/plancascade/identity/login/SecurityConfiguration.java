package vn.plancascade.identity.login;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import vn.plancascade.identity.CurrentActor;
import vn.plancascade.identity.engineapi.EngineApiRules;

/**
 * One login for our pages, the webapps and both REST interfaces. Paths are matched as written, since several servlets
 * share them.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** Answered whoever asks, without looking at who it is, which would need the database. */
    @Bean
    @Order(0)
    SecurityFilterChain probes(HttpSecurity http) throws Exception {
        http.securityMatcher(Paths.PROBES)
                .authorizeHttpRequests(paths -> paths.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable());
        return http.build();
    }

    /**
     * Camunda's REST has no defence against forged requests: it takes credentials with each request, and never those of
     * a session.
     */
    @Bean
    @Order(1)
    SecurityFilterChain engineRest(HttpSecurity http, PersonLogin login, Refusals refusals, EngineApiRules engineRules)
            throws Exception {
        http.securityMatcher(Paths.any("/engine-rest/**"))
                .authenticationManager(new ProviderManager(login))
                .authorizeHttpRequests(paths -> paths.anyRequest().access(fromOwnSite(engineRules)))
                .httpBasic(basic -> basic.authenticationEntryPoint(refusals))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable());
        common(http, refusals);
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain everythingElse(
            HttpSecurity http,
            PersonLogin login,
            Refusals refusals,
            EngineApiRules engineRules,
            CurrentActor currentActor,
            WantedPage wanted,
            TokensOfForms tokens)
            throws Exception {
        AuthorizationManager<RequestAuthorizationContext> enabledPerson = (authentication, context) ->
                new AuthorizationDecision(currentActor.find().isPresent());
        http.authenticationManager(new ProviderManager(login))
                .authorizeHttpRequests(paths -> paths.requestMatchers(Paths.CLOSED)
                        .denyAll()
                        .requestMatchers(Paths.PUBLIC)
                        .permitAll()
                        .requestMatchers(Paths.any("/camunda/api/**"))
                        .access(fromOwnSite(engineRules))
                        .anyRequest()
                        .access(fromOwnSite(enabledPerson)))
                .formLogin(form -> form.loginPage(Refusals.LOGIN)
                        .successHandler(
                                (request, response, who) -> response.sendRedirect(wanted.take(request, response)))
                        .failureHandler((request, response, why) -> response.sendRedirect(request.getContextPath()
                                + Refusals.LOGIN
                                + (why instanceof TooManyTries ? "?wait" : "?error"))))
                .httpBasic(basic -> basic.authenticationEntryPoint(refusals))
                .logout(logout -> logout.logoutRequestMatcher(Paths.post("/logout"))
                        .logoutSuccessUrl(Refusals.LOGIN + "?loggedOut"))
                // Nothing that was put into the session before the login is carried over.
                .sessionManagement(session -> session.sessionFixation(fixation -> fixation.newSession()))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens)
                        .requireCsrfProtectionMatcher(Browsers::needsToken)
                        // The webapps bring a token of their own, which Camunda's filter checks.
                        .ignoringRequestMatchers(Paths.any("/camunda/api/**")))
                .requestCache(cache -> cache.requestCache(wanted));
        common(http, refusals);
        return http.build();
    }

    private static AuthorizationManager<RequestAuthorizationContext> fromOwnSite(
            AuthorizationManager<RequestAuthorizationContext> rule) {
        return AuthorizationManagers.allOf(
                (authentication, context) -> new AuthorizationDecision(!Browsers.isForeignChange(context.getRequest())),
                rule);
    }

    private static void common(HttpSecurity http, Refusals refusals) throws Exception {
        http.anonymous(Customizer.withDefaults())
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .headers(SecurityHeaders::of);
    }
}
