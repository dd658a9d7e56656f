package vn.plancascade.support;

import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import liquibase.exception.LiquibaseException;
import liquibase.integration.spring.SpringLiquibase;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One room's tables on an H2 of their own, without the application: for how much a statement of it looks at. */
public final class TablesAlone {

    private static final Pattern LOOKED = Pattern.compile("scanCount: (\\d+)");

    private TablesAlone() {}

    public static JdbcClient of(String room) {
        JdbcDataSource source = new JdbcDataSource();
        source.setUrl("jdbc:h2:mem:" + room + System.nanoTime() + ";MODE=PostgreSQL;DB_CLOSE_DELAY=-1");
        laid(source, room);
        return JdbcClient.create(source);
    }

    private static void laid(DataSource source, String room) {
        SpringLiquibase tables = new SpringLiquibase();
        tables.setDataSource(source);
        tables.setResourceLoader(new DefaultResourceLoader());
        tables.setChangeLog("classpath:/db/" + room + "/changelog.sql");
        try {
            tables.afterPropertiesSet();
        } catch (LiquibaseException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    /** How many rows the statement looks at in all. */
    public static int looked(JdbcClient jdbc, String statement, Map<String, Object> params) {
        String plan = jdbc.sql("explain analyze " + statement)
                .params(params)
                .query(String.class)
                .single();
        if (!LOOKED.matcher(plan).find()) {
            throw new AssertionError(plan);
        }
        return LOOKED.matcher(plan)
                .results()
                .mapToInt(each -> Integer.parseInt(each.group(1)))
                .sum();
    }
}
