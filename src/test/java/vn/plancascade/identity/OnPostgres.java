package vn.plancascade.identity;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import vn.plancascade.support.Postgres;

/** One application on PostgreSQL for all classes of this, with little patience. */
@TestPropertySource(
        properties = {"plan-cascade.database.people.lock=500ms", "plan-cascade.database.people.statement=5s"})
interface OnPostgres {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        Postgres.newDatabase(properties);
    }
}
