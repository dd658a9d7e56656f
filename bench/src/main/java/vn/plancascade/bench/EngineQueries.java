package vn.plancascade.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.query.Query;

/**
 * The same questions put to the engine that the product runs on, on the same database: through its own queries, and as SQL on its
 * tables. Without HTTP, which the product's answers come over.
 */
final class EngineQueries implements AutoCloseable {

    private static final int PAGE = 50;
    private static final int PROVINCES = 63;
    private static final String OPEN_DRAFTS =
            " from act_ru_task t join act_ru_variable v on v.proc_inst_id_ = t.proc_inst_id_"
                    + " and v.name_ = 'unitCode' where t.task_def_key_ = 'userTask_draftSubPlan' and v.text_ like '%-%'";

    private final Server.Database database;
    private final ProcessEngine engine;

    EngineQueries(Server.Database database) {
        this.database = database;
        StandaloneProcessEngineConfiguration config = new StandaloneProcessEngineConfiguration();
        config.setJdbcDriver("org.postgresql.Driver");
        config.setJdbcUrl(database.url());
        config.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);
        config.setJobExecutorActivate(false);
        config.setMetricsEnabled(false);
        config.setHistory(ProcessEngineConfiguration.HISTORY_AUTO);
        engine = config.buildProcessEngine();
    }

    /** A first page of open drafts by the engine's tasks, counted; milliseconds. */
    Figures firstPage(int rounds) {
        return Figures.millis(
                rounds,
                () -> page(engine.getTaskService()
                        .createTaskQuery()
                        .taskDefinitionKey("userTask_draftSubPlan")
                        .processVariableValueLike("unitCode", "%-%")
                        .orderByTaskCreateTime()
                        .asc()));
    }

    Figures history(int rounds) {
        return Figures.millis(
                rounds,
                () -> page(engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processDefinitionKey("subPlan")
                        .unfinished()
                        .orderByProcessInstanceStartTime()
                        .asc()));
    }

    Figures due(int rounds) {
        Date soon = new Date(System.currentTimeMillis() + Duration.ofDays(365).toMillis());
        return Figures.millis(
                rounds,
                () -> page(engine.getTaskService()
                        .createTaskQuery()
                        .taskDefinitionKey("userTask_draftSubPlan")
                        .dueBefore(soon)
                        .orderByDueDate()
                        .asc()));
    }

    /** How many drafts are open in each province. */
    Figures provinces(int rounds) {
        return Figures.millis(rounds, () -> {
            for (int province = 1; province <= PROVINCES; province++) {
                engine.getTaskService()
                        .createTaskQuery()
                        .taskDefinitionKey("userTask_draftSubPlan")
                        .processVariableValueLike("unitCode", "%%-%02d%%".formatted(province))
                        .count();
            }
        });
    }

    Figures firstPageAsSql(int rounds) {
        return sql(
                rounds,
                "select t.id_" + OPEN_DRAFTS + " order by t.create_time_ limit " + PAGE,
                "select count(*)" + OPEN_DRAFTS);
    }

    Figures provincesAsSql(int rounds) {
        return sql(rounds, "select substring(v.text_ from '-([0-9][0-9])'), count(*)" + OPEN_DRAFTS + " group by 1");
    }

    private Figures sql(int rounds, String... statements) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            return Figures.millis(rounds, () -> {
                for (String sql : statements) {
                    read(statement, sql);
                }
            });
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void read(Statement statement, String sql) {
        try (ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                found.getString(1);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void page(Query<?, ?> query) {
        query.listPage(0, PAGE);
        query.count();
    }

    @Override
    public void close() {
        engine.close();
    }
}
