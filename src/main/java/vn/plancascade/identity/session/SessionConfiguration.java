package vn.plancascade.identity.session;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.time.Duration;
import java.util.EnumSet;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.plancascade.database.SpareConnections;

/** Sessions are rows of the database: an instance that goes takes nobody's login with it. */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
class SessionConfiguration {

    private static final String TABLE = "web_session";

    /** Two requests of one session may begin the same attribute: the later one stands. */
    private static final String SET_ON_POSTGRESQL = """
            insert into web_session_attributes (session_primary_id, attribute_name, attribute_bytes) values (?, ?, ?)
            on conflict (session_primary_id, attribute_name) do update set attribute_bytes = excluded.attribute_bytes""";

    private static final String SET_ON_H2 = """
            merge into web_session_attributes (session_primary_id, attribute_name, attribute_bytes)
            key (session_primary_id, attribute_name) values (?, ?, ?)""";

    @Bean
    JdbcIndexedSessionRepository sessionRows(
            DataSource source,
            PlatformTransactionManager transactions,
            SpareConnections database,
            @Value("${server.servlet.session.timeout}") Duration timeout) {
        JdbcIndexedSessionRepository rows =
                new JdbcIndexedSessionRepository(new JdbcTemplate(source), ofItsOwn(transactions));
        GenericConversionService content = new GenericConversionService();
        content.addConverter(Object.class, byte[].class, SessionContent::write);
        content.addConverter(byte[].class, Object.class, SessionContent::read);
        rows.setConversionService(content);
        rows.setTableName(TABLE);
        rows.setCreateSessionAttributeQuery(database.exclusive() ? SET_ON_H2 : SET_ON_POSTGRESQL);
        rows.setDefaultMaxInactiveInterval(timeout);
        rows.setCleanupCron(Scheduled.CRON_DISABLED);
        return rows;
    }

    @Bean
    @Primary
    KeptSessions<? extends Session> sessions(
            JdbcIndexedSessionRepository rows,
            JdbcClient jdbc,
            @Value("${plan-cascade.sessions.of-one-person}") int ofOnePerson) {
        return kept(rows, jdbc, ofOnePerson);
    }

    private static <S extends Session> KeptSessions<S> kept(
            SessionRepository<S> rows, JdbcClient jdbc, int ofOnePerson) {
        return new KeptSessions<>(rows, jdbc, ofOnePerson);
    }

    /** Around Spring's own filter. */
    @Bean
    FilterRegistrationBean<Filter> sessionsOfOneRequest(KeptSessions<? extends Session> sessions) {
        FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>((request, response, chain) -> {
            sessions.forget();
            try {
                chain.doFilter(request, response);
            } finally {
                sessions.forget();
            }
        });
        filter.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
        filter.setOrder(SessionRepositoryFilter.DEFAULT_ORDER - 1);
        return filter;
    }

    private static TransactionTemplate ofItsOwn(PlatformTransactionManager transactions) {
        TransactionTemplate template = new TransactionTemplate(transactions);
        template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return template;
    }
}
