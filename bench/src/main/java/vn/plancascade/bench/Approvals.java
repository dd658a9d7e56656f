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
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import vn.plancascade.bench.peer.Peer;

/**
 * Sixteen heads at a time see their list, open what waits and approve it, through pages, with their logins and without; beside
 * sixteen threads that do nothing but complete the tasks of cases that one call activity of the engine began.
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
            parallel(heads(product, codes.subList(0, WARMING_UP)), User::login);
            int half = WARMING_UP + MEASURED / 2;
            measured(product, "with their logins", heads(product, codes.subList(WARMING_UP, half)), User::login);
            List<Head> loggedIn = heads(product, codes.subList(half, codes.size()));
            loggedIn.forEach(head -> head.user().login());
            perSecond = measured(product, "by heads who are logged in", loggedIn, user -> user);
            long open = database.count(
                    "select count(*) from obligation where kind = 'subPlan' and state = 'awaitingApproval'");
            System.out.printf("left without an answer: %d%n", open);
        }
        server.drop(database);
        Server.Database join = server.newDatabase("joined");
        double peer = Launches.answer(Peer.Way.CAMUNDA_JOIN, join, UNITS_OF_JOIN);
        server.drop(join);
        System.out.printf(
                "%s at %,d: %.1f a second; heads who are logged in beside it %.1f%n",
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

    private record Head(String unit, User user) {}

    private static List<Head> heads(Product product, List<String> units) {
        return units.stream()
                .map(unit -> new Head(unit, product.as(unit + ".thutruong")))
                .toList();
    }

    /** Returns how many a second. */
    private static double measured(Product product, String how, List<Head> heads, UnaryOperator<User> first)
            throws Exception {
        double cpu = product.cpu();
        long begun = System.nanoTime();
        Figures list = parallel(heads, first);
        double perSecond = heads.size() / Figures.since(begun);
        System.out.printf(
                "approvals through pages %s: %d by %d at a time, %.1f a second, %.0f ms of CPU each; the list after %.0f ms, p95 %.0f%n",
                how,
                heads.size(),
                USERS,
                perSecond,
                (product.cpu() - cpu) * 1_000 / heads.size(),
                list.median(),
                list.p95());
        return perSecond;
    }

    /** How long until the list was there, in milliseconds. */
    private static double approve(Head head, UnaryOperator<User> first) {
        long begun = System.nanoTime();
        User user = first.apply(head.user());
        String list = user.page("/");
        double seen = Figures.since(begun) * 1_000;
        String task = TASK.matcher(list)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nothing waits for " + head.unit()));
        String page = user.page("/tasks/" + task);
        user.form("/tasks/" + task, page, Map.of("decision", "approve"));
        return seen;
    }

    /** Returns how long each waited for the list. */
    private static Figures parallel(List<Head> heads, UnaryOperator<User> first) throws Exception {
        Queue<Head> waiting = new ConcurrentLinkedQueue<>(heads);
        Queue<Double> lists = new ConcurrentLinkedQueue<>();
        ExecutorService users = Executors.newFixedThreadPool(USERS);
        List<Future<?>> working = new ArrayList<>();
        for (int user = 0; user < USERS; user++) {
            working.add(users.submit(() -> {
                for (Head head = waiting.poll(); head != null; head = waiting.poll()) {
                    lists.add(approve(head, first));
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
