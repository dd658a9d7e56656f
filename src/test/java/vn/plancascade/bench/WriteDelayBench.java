package vn.plancascade.bench;

import java.nio.file.Path;
import java.util.Locale;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What it costs H2 to have in the file what it has answered: the same saves of drafts, each a transaction of its own, with
 * {@code WRITE_DELAY=0} as the demo has it and with H2's own half second. See bench/README.md.
 */
class WriteDelayBench {

    private static final int SAVES = 2_000;
    private static final int ROUNDS = 3;

    @TempDir
    Path directory;

    @Test
    void savesThatAreInTheFile() {
        double atOnce = 0;
        double delayed = 0;
        for (int round = 0; round <= ROUNDS; round++) {
            double first = seconds("0", round);
            double second = seconds("500", round);
            // The first round warms up.
            if (round > 0) {
                atOnce += first;
                delayed += second;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "BENCH %,d saves of 12 KB: in the file when answered %.2f ms each, within half a second %.2f ms (%.1f times)%n",
                SAVES,
                atOnce / ROUNDS / SAVES * 1e3,
                delayed / ROUNDS / SAVES * 1e3,
                atOnce / delayed);
    }

    private double seconds(String delay, int round) {
        DataSource source = JdbcConnectionPool.create(
                "jdbc:h2:file:" + directory.resolve("saves-" + delay + "-" + round)
                        + ";MODE=PostgreSQL;DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=" + delay,
                "sa",
                "");
        JdbcClient jdbc = JdbcClient.create(source);
        jdbc.sql("create table draft (id bigint primary key, content text, version int)")
                .update();
        for (int id = 0; id < 100; id++) {
            jdbc.sql("insert into draft values (:id, '', 0)").param("id", id).update();
        }
        long before = System.nanoTime();
        for (int save = 0; save < SAVES; save++) {
            jdbc.sql("update draft set content = :content, version = version + 1 where id = :id")
                    .param("content", (save + "x").repeat(2_500))
                    .param("id", save % 100)
                    .update();
        }
        double seconds = (System.nanoTime() - before) / 1e9;
        ((JdbcConnectionPool) source).dispose();
        return seconds;
    }
}
