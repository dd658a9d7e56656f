package vn.plancascade.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import vn.plancascade.bench.peer.Peer;

/**
 * Sixteen heads at a time log in, see their list, open what waits and approve it, through pages; beside sixteen threads that do
 * nothing but complete the tasks of cases that one call activity of the engine began.
 */
final class Approvals {

    private static final int USERS = 16;
    private static final int WARMING_UP = 80;
    private static final int MEASURED = 160;
    private static final int UNITS_OF_JOIN = 3_000;
    private static final Pattern TASK = Pattern.compile("/tasks/([0-9a-f-]{36})");

    private Approvals() {}

    static void run(Server server, int units) throws Exception {
        Server.Database database = server.newDatabase("approvals");
        double perSecond;
        try (Product product = Product.start(database, units, "--plan-cascade.mail.from=")) {
            Country country = new Country(product, database);
            country.launch();
            List<String> codes = codes(database);
            country.submit(codes);
            // Whoever starts an instance in the morning has met its first and slowest answers before the heads come.
            parallel(product, codes.subList(0, WARMING_UP));
            List<String> measured = codes.subList(WARMING_UP, codes.size());
            double cpu = product.cpu();
            long begun = System.nanoTime();
            Figures list = parallel(product, measured);
            perSecond = measured.size() / Figures.since(begun);
            System.out.printf(
                    "approvals through pages, %,d units open: %d by %d at a time, %.1f a second, %.0f ms of CPU each with its login; the first list after %.0f ms, p95 %.0f%n",
                    units,
                    measured.size(),
                    USERS,
                    perSecond,
                    (product.cpu() - cpu) * 1_000 / measured.size(),
                    list.median(),
                    list.p95());
            long open = database.count(
                    "select count(*) from obligation where kind = 'subPlan' and state = 'awaitingApproval'");
            System.out.printf("left without an answer: %d%n", open);
        }
        server.drop(database);
        Server.Database join = server.newDatabase("joined");
        double peer = Launches.answer(Peer.Way.CAMUNDA_JOIN, join, UNITS_OF_JOIN);
        server.drop(join);
        System.out.printf(
                "%s at %,d: %.1f a second; the product beside it %.1f%n",
                Peer.Way.CAMUNDA_JOIN.title(), UNITS_OF_JOIN, peer, perSecond / peer);
    }

    /** Of units whose own head decides. */
    private static List<String> codes(Server.Database database) throws SQLException {
        List<String> codes = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select o.unit_code from obligation o"
                        + " join person p on p.login = o.unit_code || '.thutruong'"
                        + " join person d on d.login = o.unit_code || '.chuyenvien'"
                        + " where o.kind = 'subPlan' and o.state = 'drafting' order by o.id limit "
                        + (WARMING_UP + MEASURED))) {
            while (found.next()) {
                codes.add(found.getString(1));
            }
        }
        return codes;
    }

    /** How long until the list was there, in milliseconds, from the login on. */
    private static double approve(Product product, String unit) {
        long begun = System.nanoTime();
        User head = product.as(unit + ".thutruong").login();
        String list = head.page("/");
        double seen = Figures.since(begun) * 1_000;
        String task = TASK.matcher(list)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nothing waits for " + unit));
        String page = head.page("/tasks/" + task);
        head.form("/tasks/" + task, page, Map.of("decision", "approve"));
        return seen;
    }

    /** Returns how long each waited for the list. */
    private static Figures parallel(Product product, List<String> codes) throws Exception {
        Queue<String> waiting = new ConcurrentLinkedQueue<>(codes);
        Queue<Double> lists = new ConcurrentLinkedQueue<>();
        ExecutorService users = Executors.newFixedThreadPool(USERS);
        List<Future<?>> working = new ArrayList<>();
        for (int user = 0; user < USERS; user++) {
            working.add(users.submit(() -> {
                for (String unit = waiting.poll(); unit != null; unit = waiting.poll()) {
                    lists.add(approve(product, unit));
                }
            }));
        }
        for (Future<?> one : working) {
            one.get();
        }
        users.shutdown();
        return Figures.of(List.copyOf(lists));
    }
}
