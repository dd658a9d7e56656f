package vn.plancascade.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The pages of a working day with one year behind them, and with ten: nine closed plans like the one that is under way. */
final class Years {

    private static final int BEFORE = 9;

    private Years() {}

    static void run(Server server, int units) throws Exception {
        Server.Database database = server.newDatabase("years");
        try (Product product = Product.start(database, units, "--plan-cascade.mail.from=")) {
            Country country = new Country(product, database);
            country.launch();
            Pages.look("one year", product, country.plan());
            generate(database, country.plan());
            System.out.printf(
                    "ten years: %,d duties, %,d lines of history%n",
                    database.count("select count(*) from obligation"),
                    database.count("select count(*) from obligation_event"));
            Pages.look("ten years", product, country.plan());
        }
        server.drop(database);
    }

    /** All that was owed is settled a few days before it was due, each with a line for its beginning and one for its end. */
    private static void generate(Server.Database database, long plan) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (int year = 1; year <= BEFORE; year++) {
                statement.execute("""
                        insert into national_plan (unit_code, plan_year, document_number, document_date, subject, state, content,
                          signatory, created_at, approved_at, issued_at, closed_at)
                        select unit_code, plan_year - %1$d, document_number, document_date - interval '%1$d years', subject,
                          'closed', content, signatory, created_at - interval '%1$d years', approved_at - interval '%1$d years',
                          issued_at - interval '%1$d years', make_timestamptz(plan_year - %1$d + 1, 1, 1, 0, 0, 0)
                        from national_plan where id = %2$d""".formatted(year, plan));
                statement.execute("""
                        insert into obligation (plan_id, kind, period, unit_code, form, opens_at, original_due_at, due_at, state,
                          document_number, document_date, submitted_at, approved_at, issued_at, accepted_at, settled_at, started_at,
                          issuer_code, superior_code, given_at, step_since, given_name, given_kind, given_province, given_superior,
                          settled_name, settled_kind, settled_province, settled_superior)
                        select p.id, o.kind, replace(o.period, '2023', cast(p.plan_year as varchar)), o.unit_code, o.form,
                          o.opens_at - back, o.original_due_at - back, o.due_at - back,
                          case o.kind when 'subPlan' then 'issued' else 'accepted' end,
                          o.id || '/KH', cast(o.due_at - back - early as date), o.due_at - back - early, o.due_at - back - early,
                          o.due_at - back - early, o.due_at - back - early, o.due_at - back - early, o.opens_at - back,
                          o.issuer_code, o.superior_code, o.given_at - back, o.due_at - back - early, o.given_name, o.given_kind,
                          o.given_province, o.given_superior, o.given_name, o.given_kind, o.given_province, o.given_superior
                        from obligation o
                        cross join (select interval '%1$d years' as back, interval '3 days' as early) by
                        join national_plan p on p.plan_year = %2$d - %1$d
                        where o.plan_id = %3$d""".formatted(year, 2023, plan));
            }
            statement.execute("""
                    insert into obligation_event (obligation_id, at, event)
                    select o.id, case e.event when 'started' then o.started_at else o.settled_at end, e.event
                    from obligation o join national_plan p on p.id = o.plan_id and p.state = 'closed'
                    cross join (values ('started'), ('issued')) e (event)""");
            statement.execute("analyze");
        }
    }
}
