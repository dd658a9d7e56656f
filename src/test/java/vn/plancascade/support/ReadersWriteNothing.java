package vn.plancascade.support;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Notes every statement that changes or locks something while the application answers a GET; but for the session's own rows,
 * which say when it was last used, and which token a page's forms bear ({@code KeptSessionsTest} says how often).
 */
@TestConfiguration(proxyBeanMethods = false)
public class ReadersWriteNothing {

    private static final Pattern CHANGES = Pattern.compile(
            "^\\s*(insert|update|delete|merge|create|alter|drop|truncate|call)\\b|\\bfor\\s+(no\\s+key\\s+)?update\\b");
    private static final Pattern VARIABLE = Pattern.compile("\\{\\w+}");

    private static final ThreadLocal<String> READS = new ThreadLocal<>();
    private static final Set<String> FOUND = new ConcurrentSkipListSet<>();

    /** What was found since the last time. */
    public static Set<String> found() {
        Set<String> found = new TreeSet<>(FOUND);
        FOUND.clear();
        return found;
    }

    /** Every address that is read, with each of the values in the place of its variable. */
    public static Set<String> addresses(RequestMappingHandlerMapping handlers, List<String> values) {
        Set<String> addresses = new TreeSet<>();
        handlers.getHandlerMethods().keySet().stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .forEach(pattern -> values.forEach(
                        value -> addresses.add(VARIABLE.matcher(pattern).replaceAll(value))));
        return addresses;
    }

    @Bean
    static BeanPostProcessor watchedDataSource() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source
                        ? ProxyDataSourceBuilder.create(source)
                                .beforeQuery((execution, queries) -> queries.forEach(ReadersWriteNothing::look))
                                .build()
                        : bean;
            }
        };
    }

    private static void look(QueryInfo query) {
        String reads = READS.get();
        if (reads != null
                && !query.getQuery().contains("web_session")
                && CHANGES.matcher(query.getQuery().toLowerCase(Locale.ROOT)).find()) {
            FOUND.add(
                    reads + ": " + query.getQuery().strip().lines().findFirst().orElse(""));
        }
    }

    @Bean
    static FilterRegistrationBean<Filter> noteReaders() {
        FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>((request, response, chain) -> {
            HttpServletRequest http = (HttpServletRequest) request;
            READS.set("GET".equals(http.getMethod()) ? "GET " + http.getRequestURI() : null);
            try {
                chain.doFilter(request, response);
            } finally {
                READS.remove();
            }
        });
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }
}
