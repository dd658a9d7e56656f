package vn.plancascade.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Has PostgreSQL look again at tables that have grown much since it last did. A launch fills them faster than autovacuum comes
 * round, and every check of a foreign key goes through the whole table until then.
 */
@Component
public class TableStatistics {

    private static final Logger LOG = LoggerFactory.getLogger(TableStatistics.class);

    /** Of a table that was never looked at, {@code reltuples} is -1. One that is ten times as long is looked at again. */
    private static final String GROWN = """
            select quote_ident(s.relname) from pg_stat_user_tables s join pg_class c on c.oid = s.relid
            where s.schemaname = current_schema() and s.n_mod_since_analyze > 500 + 9 * greatest(c.reltuples, 0)
            order by s.relname""";

    /** Held by whoever looks at tables: a second one would wait for it, with everything that it has done so far. */
    private static final long LOOKING = 0x706c616e;

    private final JdbcClient jdbc;
    private final Apart apart;
    private final boolean theDatabaseAsksForIt;

    TableStatistics(JdbcClient jdbc, Apart apart, ProcessEngineConfigurationImpl engine) {
        this.jdbc = jdbc;
        this.apart = apart;
        this.theDatabaseAsksForIt = "postgres".equals(engine.getDatabaseType());
    }

    /** In a transaction of its own; cheap where nothing has grown, or somebody else is at it. */
    public void keepUp() {
        if (!theDatabaseAsksForIt || grown().isEmpty()) {
            return;
        }
        apart.run(() -> {
            boolean mine = jdbc.sql("select pg_try_advisory_xact_lock(:looking)")
                    .param("looking", LOOKING)
                    .query(Boolean.class)
                    .single();
            List<String> grown = mine ? grown() : List.of();
            grown.forEach(table -> jdbc.sql("analyze " + table).update());
            if (!grown.isEmpty()) {
                LOG.info("Statistics brought up to date: {}", String.join(", ", grown));
            }
            return null;
        });
    }

    private List<String> grown() {
        return jdbc.sql(GROWN).query(String.class).list();
    }
}
