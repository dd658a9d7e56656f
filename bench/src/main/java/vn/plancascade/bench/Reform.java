package vn.plancascade.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The three provinces with the most units merge while their reports are under way; beside statements that do nothing but change the
 * same rows of copies of the tables, in one transaction.
 */
final class Reform {

    private static final String GOING =
            "select count(*) from act_hi_procinst" + " where proc_def_key_ = 'reorganisation' and end_time_ is null";

    private final Server.Database database;

    private Reform(Server.Database database) {
        this.database = database;
    }

    static void run(Server server, int units) throws Exception {
        Server.Database database = server.newDatabase("reform");
        try (Product product = Product.start(database, units, "--plan-cascade.mail.from=")) {
            new Country(product, database).launch();
            product.as("quantri")
                    .post("/demo/clock", User.JSON.createObjectNode().put("to", "2023-06-02T09:00:00+07:00"));
            new Reform(database).merge(product.as("quantri"));
        }
        server.drop(database);
    }

    private void merge(User administrator) throws SQLException, InterruptedException {
        List<String> provinces = largest();
        String into = provinces.get(0);
        List<String> gone = provinces.subList(1, provinces.size());
        String codes = "'" + String.join("', '", gone) + "'";
        String below = "select unit_code from unit_below where superior_code in ('" + into + "', " + codes + ")";
        System.out.printf(
                "%s and what stands below: %,d units, %,d open duties%n",
                provinces,
                database.count("select count(distinct unit_code) from (" + below + ") b"),
                database.count(
                        "select count(*) from obligation where settled_at is null and unit_code in (" + below + ")"));
        Bare bare = bare(into, codes);

        ObjectNode merger = User.JSON.createObjectNode().put("kind", "merge").put("into", into);
        gone.forEach(merger.putArray("units")::add);
        long begun = System.nanoTime();
        JsonNode preview = administrator.post("/api/v1/units/changes?dryRun=true", merger);
        double previewed = Figures.since(begun);
        begun = System.nanoTime();
        administrator.post("/api/v1/units/changes?dryRun=false", merger);
        double answered = Figures.since(begun);
        while (database.count(GOING) > 0) {
            Thread.sleep(20);
        }
        double done = Figures.since(begun);
        System.out.printf(
                "preview %.2f s %s; answered after %.2f s, all handed over after %.2f s; bare SQL on %,d rows %.2f s: %.1f times%n",
                previewed, preview, answered, done, bare.rows(), bare.seconds(), done / bare.seconds());
    }

    private List<String> largest() throws SQLException {
        List<String> provinces = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "select b.superior_code from unit_below b join unit u on u.code = b.superior_code"
                                + " where u.kind = 'DOH' group by b.superior_code order by count(*) desc, 1 limit 3")) {
            while (found.next()) {
                provinces.add(found.getString(1));
            }
        }
        return provinces;
    }

    private record Bare(long rows, double seconds) {}

    private Bare bare(String into, String gone) throws SQLException {
        String superior = " set superior_code = '" + into + "' where superior_code in (" + gone + ")";
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String table : List.of(
                    "unit", "unit_relation", "obligation", "report", "act_ru_variable", "act_ru_identitylink")) {
                Copies.of(connection, table);
            }
            connection.setAutoCommit(false);
            long begun = System.nanoTime();
            long rows = 0;
            for (String sql : List.of(
                    "update bare_unit set province_code = (select province_code from unit where code = '" + into
                            + "') where province_code in (select province_code from unit where code in (" + gone + "))",
                    "update bare_unit_relation" + superior,
                    "update bare_obligation" + superior,
                    "update bare_report" + superior,
                    "update bare_act_ru_variable set text_ = '" + into + "' where name_ in ('unitCode', 'superiorCode')"
                            + " and text_ in (" + gone + ")",
                    "update bare_act_ru_identitylink set group_id_ = split_part(group_id_, ':', 1) || ':" + into
                            + "' where split_part(group_id_, ':', 2) in (" + gone + ")")) {
                rows += statement.executeUpdate(sql);
            }
            connection.commit();
            return new Bare(rows, Figures.since(begun));
        }
    }
}
