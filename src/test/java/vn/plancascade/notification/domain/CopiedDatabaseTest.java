package vn.plancascade.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import liquibase.exception.LiquibaseException;
import liquibase.integration.spring.SpringLiquibase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.HeldRole;
import vn.plancascade.organisation.Person;
import vn.plancascade.organisation.Role;
import vn.plancascade.support.Postgres;

/** A database that finds itself elsewhere than where it last ran sends nothing until it is told to. */
class CopiedDatabaseTest {

    @TempDir
    Path folder;

    @Test
    void aFileThatStaysWhereItIsGoesOnSpeakingAlsoAfterACrash() throws Exception {
        Path place = Files.createDirectory(folder.resolve("place"));
        assertThat(run(file(place), "")).isTrue();
        assertThat(run(file(place), "")).isTrue();
        SendingGate killed = gate(file(place), "");
        killed.begin();
        assertThat(run(file(place), "")).isTrue();

        Path moved = folder.resolve("moved");
        Files.move(place, moved);
        assertThat(run(file(moved), "")).isTrue();
    }

    @Test
    void aCrashBetweenTheNewMarkAndItsRowIsNoCopy() throws Exception {
        run(file(folder), "");
        Files.createFile(folder.resolve("plan.installation-0000abcd"));
        assertThat(run(file(folder), "")).isTrue();
    }

    @Test
    void aCopiedFolderIsSilentUntilItIsToldToSpeak() throws Exception {
        Path place = Files.createDirectory(folder.resolve("place"));
        run(file(place), "");
        Path copy = copied(place);

        SendingGate gate = gate(file(copy), "");
        gate.begin();
        assertThat(gate.isOn()).isFalse();
        gate.end();
        assertThat(run(file(copy), "")).as("still silent after a restart").isFalse();
        assertThat(run(file(place), "")).as("the one it was copied from").isTrue();

        SendingGate told = gate(file(copy), "");
        told.begin();
        assertThat(told.resume(administrator()).on()).isTrue();
        told.end();
        assertThat(run(file(copy), "")).isTrue();
    }

    @Test
    void anOlderDatabasePutBackInTheSamePlaceIsSilent() throws Exception {
        run(file(folder), "");
        Path backup = folder.resolve("backup");
        Files.copy(folder.resolve("plan.mv.db"), backup);
        run(file(folder), "");
        Files.copy(backup, folder.resolve("plan.mv.db"), StandardCopyOption.REPLACE_EXISTING);
        assertThat(run(file(folder), "")).isFalse();
    }

    @Test
    void aNamedInstallationMayBeBroughtToAnotherDiskAndItsCopyGetsAnotherName() throws Exception {
        Path place = Files.createDirectory(folder.resolve("place"));
        run(file(place), "");
        assertThat(run(file(place), "may-chu-that")).as("a name is given").isTrue();
        Path copy = copied(place);
        assertThat(run(file(copy), "may-chu-that")).isTrue();
        assertThat(run(file(copied(place)), "thu-nghiem")).isFalse();
    }

    @Test
    void aDatabaseOnAServerKnowsItsCopy() throws Exception {
        String url = postgres();
        assertThat(run(server(url), "")).isTrue();
        assertThat(run(server(url), "")).as("started again").isTrue();

        String copy = copyOf(url);
        assertThat(run(server(copy), "")).isFalse();
        assertThat(run(server(url), "")).as("the one it was copied from").isTrue();

        String named = postgres();
        run(server(named), "");
        assertThat(run(server(named), "may-chu-that")).as("a name is given").isTrue();
        assertThat(run(server(copyOf(named)), "may-chu-that")).isFalse();
    }

    @Test
    void aDumpReadBackIntoTheSameDatabaseIsKnownWhileTheApplicationRuns() throws Exception {
        DataSource database = server(postgres());
        SendingGate gate = gate(database, "");
        gate.begin();
        assertThat(gate.isOn()).isTrue();
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("create table dumped as select * from mail_sending").update();
        jdbc.sql("drop table mail_sending").update();
        jdbc.sql("alter table dumped rename to mail_sending").update();
        assertThat(gate.isOn()).isFalse();
        assertThat(gate.isOn()).isFalse();
        gate.resume(administrator());
        assertThat(gate.isOn()).isTrue();
    }

    @Test
    void anOrdinaryRoleOfTheServerMayAskForTheMark() throws Exception {
        String url = postgres();
        gate(server(url), "");
        JdbcClient jdbc = JdbcClient.create(server(url));
        String role = "r" + UUID.randomUUID().toString().substring(0, 8);
        jdbc.sql("create role " + role + " login password 'x'").update();
        jdbc.sql("grant select on mail_sending to " + role).update();
        JdbcClient ordinary = JdbcClient.create(new DriverManagerDataSource(url.replaceAll("[?].*", ""), role, "x"));
        assertThat(new ServerInstallation(ordinary, "").renewed())
                .isEqualTo(new ServerInstallation(jdbc, "").renewed());
    }

    private static boolean run(DataSource database, String name) throws SQLException, LiquibaseException {
        SendingGate gate = gate(database, name);
        gate.begin();
        boolean on = gate.isOn();
        gate.end();
        return on;
    }

    private static SendingGate gate(DataSource database, String name) throws SQLException, LiquibaseException {
        SpringLiquibase tables = new SpringLiquibase();
        tables.setDataSource(database);
        tables.setChangeLog("classpath:db/notification/sending.sql");
        tables.setResourceLoader(new DefaultResourceLoader());
        tables.afterPropertiesSet();
        JdbcClient jdbc = JdbcClient.create(database);
        String product;
        try (var connection = database.getConnection()) {
            product = connection.getMetaData().getDatabaseProductName();
        }
        return new SendingGate(
                jdbc,
                Installations.of(product, jdbc, name),
                new TransactionTemplate(new JdbcTransactionManager(database)),
                event -> {},
                Clock.systemUTC());
    }

    /** Closed with its last connection, as when the application ends. */
    private static DataSource file(Path place) {
        return new DriverManagerDataSource("jdbc:h2:file:" + place.resolve("plan") + ";MODE=PostgreSQL", "sa", "");
    }

    private Path copied(Path place) throws IOException {
        Path copy = Files.createDirectory(folder.resolve("copy" + UUID.randomUUID()));
        List<Path> files;
        try (var all = Files.list(place)) {
            files = all.toList();
        }
        for (Path file : files) {
            Files.copy(file, copy.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
        }
        return copy;
    }

    private static String postgres() {
        Map<String, Object> properties = new HashMap<>();
        Postgres.newDatabase((name, value) -> properties.put(name, value.get()));
        return properties.get("spring.datasource.url").toString();
    }

    private static DataSource server(String url) {
        return new DriverManagerDataSource(url, "postgres", "postgres");
    }

    private static String copyOf(String url) {
        String name = url.replaceAll(".*/([^?]+).*", "$1");
        String copy = "c" + UUID.randomUUID().toString().replace("-", "");
        JdbcClient.create(server(url.replace("/" + name, "/postgres")))
                .sql("create database " + copy + " template " + name)
                .update();
        return url.replace("/" + name, "/" + copy);
    }

    private static Actor administrator() {
        return new Actor(
                new Person("quantri", "Quản trị", "quantri@example.vn", "vi", true),
                List.of(new HeldRole(Role.administrator, "BYT", null, null)));
    }
}
