package vn.plancascade.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import liquibase.integration.spring.SpringLiquibase;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.env.MockEnvironment;
import vn.plancascade.support.Postgres;

/** A start that is killed while the tables are made or changed, at any statement, blocks no later one. */
class KilledMigrationTest {

    private static final String KILLED = "killed";

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(ints = {5, 60, 200, 290})
    void onH2(int statement) throws Exception {
        Path before = Files.createDirectory(directory.resolve("before"));
        Path after = Files.createDirectory(directory.resolve("after"));
        DataSource killed = brokenAt(statement, h2(before), () -> copy(before, after));
        assertThatThrownBy(() -> migrate(url(before), killed)).hasRootCauseMessage(KILLED);

        migrate(url(after), h2(after));

        assertComplete(h2(after));
        assertThat(after.toFile().list()).containsExactly("product.mv.db");
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 60, 200, 290})
    void onPostgres(int statement) throws Exception {
        DataSource database = Postgres.newDatabase();
        DataSource killed = brokenAt(statement, database, () -> endSessions(database));
        assertThatThrownBy(() -> migrate("", killed)).isInstanceOf(Exception.class);

        migrate("", database);

        assertComplete(database);
    }

    /** A database whose connection breaks before its n-th statement, as it does when the program is killed. */
    private static DataSource brokenAt(int n, DataSource database, Runnable before) {
        AtomicInteger statements = new AtomicInteger();
        return ProxyDataSourceBuilder.create(database)
                .beforeQuery((execution, queries) -> {
                    if (statements.incrementAndGet() == n) {
                        before.run();
                    }
                    if (statements.get() >= n) {
                        throw new IllegalStateException(KILLED);
                    }
                })
                .build();
    }

    /** What a killed program leaves is what its files hold at that moment. */
    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String url(Path directory) {
        return "jdbc:h2:file:" + directory.resolve("product") + ";MODE=PostgreSQL;DB_CLOSE_ON_EXIT=FALSE";
    }

    private static DataSource h2(Path directory) {
        return new DriverManagerDataSource(url(directory), "sa", "");
    }

    private static void endSessions(DataSource database) {
        JdbcClient.create(database)
                .sql("""
                        select pg_terminate_backend(pid) from pg_stat_activity
                        where datname = current_database() and pid <> pg_backend_pid()""")
                .query((row, n) -> row.getBoolean(1))
                .list();
    }

    private static void migrate(String url, DataSource database) throws Exception {
        SpringLiquibase liquibase = new SpringLiquibase();
        liquibase.setDataSource(database);
        liquibase.setChangeLog("classpath:db/changelog.xml");
        liquibase.setContexts("production");
        liquibase.setResourceLoader(new DefaultResourceLoader());
        MigrationRecovery recovery =
                new MigrationRecovery(new MockEnvironment().withProperty("spring.datasource.url", url));
        recovery.postProcessBeforeInitialization(liquibase, "liquibase");
        liquibase.afterPropertiesSet();
        recovery.postProcessAfterInitialization(liquibase, "liquibase");
    }

    private static void assertComplete(DataSource database) {
        JdbcClient jdbc = JdbcClient.create(database);
        assertThat(jdbc.sql("select count(*) from ACT_RU_JOB")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from engine_node")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
