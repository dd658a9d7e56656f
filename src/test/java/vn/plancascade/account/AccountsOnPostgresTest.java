package vn.plancascade.account;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import vn.plancascade.support.Postgres;

@TestPropertySource(properties = "logging.file.name=target/accounts-postgresql.log")
class AccountsOnPostgresTest extends AccountsScenario {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        Postgres.newDatabase(properties);
    }
}
