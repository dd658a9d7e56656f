package vn.plancascade.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class EngineQueriesOnPostgresTest extends EngineQueriesScenario implements OnPostgres {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/task",
                "/engine-rest/task/count",
                "/engine-rest/filter/plan-cascade-mine/list",
                "/api/v1/tasks"
            })
    void queryThatTheDatabaseGivesUpIsABusyServiceAndNoFault(String path) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("lock table ACT_RU_TASK in access exclusive mode").update();

            HttpResponse<String> answer = basic(DRAFTER).get(path);

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
            assertThat(answer.headers().firstValue("retry-after")).isPresent();
            assertThat(answer.body()).contains("đã dừng lại").doesNotContain("SQL", "org.", "ACT_");
        });
        assertThat(basic(DRAFTER).get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void jobsHaveMorePatienceThanPeopleAndNobodyHasNone() {
        assertThat(jdbc.sql("select current_setting('statement_timeout')")
                        .query(String.class)
                        .single())
                .isEqualTo("5min");
        assertThat(jdbc.sql("select current_setting('lock_timeout')")
                        .query(String.class)
                        .single())
                .isEqualTo("1min");
        assertThat(jdbc.sql("select current_setting('idle_in_transaction_session_timeout')")
                        .query(String.class)
                        .single())
                .isEqualTo("5min");
    }
}
