package vn.plancascade.account;

import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:accounts;MODE=PostgreSQL;LOCK_TIMEOUT=10000;DB_CLOSE_DELAY=-1",
            "logging.file.name=target/accounts-h2.log"
        })
class AccountsOnH2Test extends AccountsScenario {}
