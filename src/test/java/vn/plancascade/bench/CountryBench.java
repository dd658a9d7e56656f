package vn.plancascade.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.ObligationQuery;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.notification.mail.MailDispatcher;
import vn.plancascade.organisation.Scope;
import vn.plancascade.support.Api;
import vn.plancascade.support.Cascade;
import vn.plancascade.support.Client;
import vn.plancascade.support.Postgres;

/**
 * The whole country on PostgreSQL: its launch beside bare inserts of the rows that it writes, then the pages of a working day
 * beside the engine's own queries for the same questions and native SQL on its tables. {@code -Dbench.facilities=60000} for more,
 * {@code -Dbench.morning=true} for the mornings of the deadline instead of the pages.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
class CountryBench {

    private static final int ROUNDS = 30;
    private static final int FLOOR_UNITS = 2_000;

    private static String url;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TaskService tasks;

    @Autowired
    HistoryService history;

    @Autowired
    MailDispatcher mails;

    @Autowired
    Obligations duties;

    @Autowired
    Clock clock;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        url = Postgres.newDatabase(properties);
        properties.add("plan-cascade.demo.facilities", () -> System.getProperty("bench.facilities", "14000"));
        properties.add("plan-cascade.mail.scheduled", () -> "false");
        if (Boolean.getBoolean("bench.morning")) {
            // Nothing can be sent then: the demo's clock, which waits for mails, is not measured by them.
            properties.add("plan-cascade.mail.from", () -> "");
        }
    }

    @Test
    void theCountry() throws SQLException {
        Cascade country = new Cascade(port).awaitSample();
        Map<String, Long> before = inserted();
        double launch = launched(country);
        long units = jdbc.sql("select count(*) from obligation where kind = 'subPlan'")
                .query(Long.class)
                .single();
        Map<String, Long> rows = perUnit(before, inserted(), units);
        System.out.printf(
                "BENCH launch of %,d units: %.1f s, %.0f a second, %.1f rows a unit %s%n",
                units,
                launch,
                units / launch,
                rows.values().stream().mapToLong(Long::longValue).sum() / 10.0,
                rows);
        double floor = floor(rows);
        System.out.printf(
                "BENCH bare inserts of those rows: %.0f units a second, launch %.2f of it%n",
                floor, units / launch / floor);
        jdbc.sql("analyze").update();
        if (Boolean.getBoolean("bench.morning")) {
            morning(country);
            return;
        }
        pages(country, "idle");
        export();
        whileMailsDrain(country);
    }

    /** The first mails go out meanwhile, as fast as they can. */
    private void whileMailsDrain(Cascade country) {
        AtomicBoolean over = new AtomicBoolean();
        Thread sending = new Thread(() -> {
            while (!over.get()) {
                mails.runDue();
            }
        });
        long before = sent();
        long begun = System.nanoTime();
        sending.start();
        pages(country, "while mails go out");
        System.out.printf("BENCH mails meanwhile: %.0f a second%n", (sent() - before) / since(begun));
        over.set(true);
    }

    private long sent() {
        return jdbc.sql("select count(*) from mail where state = 'sent'")
                .query(Long.class)
                .single();
    }

    private double launched(Cascade country) {
        Api drafter = country.as("chuyenvien.bo");
        drafter.complete(drafter.task("userTask_draftNationalPlan"), Api.object())
                .ok();
        Api leader = country.as("lanhdao.bo");
        leader.complete(leader.task("userTask_approveNationalPlan"), Api.object())
                .ok();
        Api clerk = country.as("vanthu.bo");
        String issuing = clerk.task("userTask_issueNationalPlan");
        long begun = System.nanoTime();
        clerk.complete(issuing, Api.object()).ok();
        System.out.printf("BENCH issuing click: %.2f s%n", since(begun));
        List<Long> opened = new ArrayList<>();
        Awaitility.await()
                .atMost(Duration.ofMinutes(30))
                .pollInterval(Duration.ofMillis(250))
                .until(() -> {
                    opened.add(jdbc.sql("select count(*) from obligation where kind = 'subPlan' and state = 'planned'")
                            .query(Long.class)
                            .single());
                    return opened.get(opened.size() - 1) == 0
                            && jdbc.sql("select count(*) from obligation where kind = 'subPlan'")
                                            .query(Long.class)
                                            .single()
                                    > 0;
                });
        double all = since(begun);
        fifths(opened);
        return all;
    }

    /** Whether it slows down: how long the last fifth took, beside the first. */
    private static void fifths(List<Long> left) {
        long most = left.stream().mapToLong(Long::longValue).max().orElse(0);
        long first = left.stream().filter(n -> n > 0 && n > most * 0.8).count();
        long last = left.stream().filter(n -> n > 0 && n <= most * 0.2).count();
        System.out.printf("BENCH last fifth beside the first: %.2f%n", (last + 1.0) / (first + 1.0));
    }

    private Map<String, Long> inserted() {
        Awaitility.await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
        Map<String, Long> rows = new TreeMap<>();
        jdbc.sql("select relname, n_tup_ins from pg_stat_user_tables").query(row -> {
            rows.put(row.getString(1), row.getLong(2));
        });
        return rows;
    }

    /** Rows for each unit, in tenths; what is fewer than one in five units is left out. */
    private static Map<String, Long> perUnit(Map<String, Long> before, Map<String, Long> after, long units) {
        Map<String, Long> rows = new LinkedHashMap<>();
        after.forEach((table, n) -> {
            long tenths = Math.round(10.0 * (n - before.getOrDefault(table, 0L)) / units);
            if (tenths >= 2) {
                rows.put(table, tenths);
            }
        });
        return rows;
    }

    /** Rows of the same tables into copies of them, with their indexes, in batches of a hundred units; units a second. */
    private double floor(Map<String, Long> rows) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres")) {
            connection.setAutoCommit(false);
            Map<String, List<Object[]>> samples = new LinkedHashMap<>();
            for (Map.Entry<String, Long> each : rows.entrySet()) {
                samples.put(each.getKey(), sample(connection, each.getKey(), FLOOR_UNITS * each.getValue() / 10));
            }
            connection.commit();
            long begun = System.nanoTime();
            for (int batch = 0; batch < FLOOR_UNITS / 100; batch++) {
                for (Map.Entry<String, List<Object[]>> each : samples.entrySet()) {
                    List<Object[]> all = each.getValue();
                    int from = all.size() * batch / (FLOOR_UNITS / 100);
                    int to = all.size() * (batch + 1) / (FLOOR_UNITS / 100);
                    insert(connection, each.getKey(), all.subList(from, to));
                }
                connection.commit();
            }
            return FLOOR_UNITS / since(begun);
        }
    }

    private static List<Object[]> sample(Connection connection, String table, long n) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        try (var statement = connection.createStatement()) {
            try (ResultSet found =
                    statement.executeQuery("select " + columns(connection, table) + " from " + table + " limit " + n)) {
                int width = found.getMetaData().getColumnCount();
                while (found.next()) {
                    Object[] row = new Object[width];
                    for (int i = 0; i < width; i++) {
                        row[i] = found.getObject(i + 1);
                    }
                    rows.add(row);
                }
            }
            statement.execute("create table floor_" + table + " (like " + table + " including all)");
        }
        return rows;
    }

    private static String columns(Connection connection, String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select string_agg(quote_ident(column_name), ', ' order by ordinal_position) from information_schema.columns"
                        + " where table_schema = 'public' and table_name = ? and is_generated = 'NEVER'")) {
            statement.setString(1, table);
            try (ResultSet found = statement.executeQuery()) {
                found.next();
                return found.getString(1);
            }
        }
    }

    private static void insert(Connection connection, String table, List<Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        String marks = String.join(", ", Collections.nCopies(rows.get(0).length, "?"));
        try (PreparedStatement statement = connection.prepareStatement("insert into floor_" + table + " ("
                + columns(connection, table) + ") overriding system value values (" + marks + ")")) {
            for (Object[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    statement.setObject(i + 1, row[i]);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private void pages(Cascade country, String when) {
        System.out.println("BENCH pages, " + when);
        Client inspector = new Client(port);
        inspector.login("thanhtra.bo", "demo");
        Client head = new Client(port);
        head.login("SYT-01.thutruong", "demo");
        long plan = country.plan();
        Map<String, Double> p50 = new LinkedHashMap<>();
        for (String path : List.of(
                "/obligations",
                "/obligations?kind=subPlan&overdue=true",
                "/obligations?q=xanh+pon",
                "/obligations?sort=-daysLate",
                "/obligations?sort=unitName",
                "/obligations?sort=dueAt",
                "/obligations?sort=-documentDate",
                "/obligations?kind=subPlan&step=drafting&province=01",
                "/api/v1/obligations?kind=subPlan&size=50",
                "/monitor?plan=" + plan + "&kind=subPlan",
                "/monitor/provinces?plan=" + plan + "&kind=subPlan",
                "/monitor/process/subPlan?plan=" + plan,
                "/plans/" + plan,
                "/reports",
                "/notices",
                "/")) {
            p50.put(path, measured(path, () -> ok(inspector, path)));
        }
        for (String path : List.of(
                "/obligations",
                "/monitor?plan=" + plan + "&kind=subPlan",
                "/monitor/provinces?plan=" + plan + "&kind=subPlan")) {
            measured(path + ", after somebody wrote something", this::change, () -> ok(inspector, path));
        }
        measured("head: /", () -> ok(head, "/"));
        measured("head: /api/v1/tasks", () -> ok(head, "/api/v1/tasks"));
        if (when.equals("idle")) {
            engine(inspector, plan, p50.get("/api/v1/obligations?kind=subPlan&size=50"));
        }
    }

    /** The engine's own way to the same questions. */
    private void engine(Client inspector, long plan, double ours) {
        double task = measured("engine: 50 open drafts with their plan, counted", () -> {
            var query = tasks.createTaskQuery()
                    .taskDefinitionKey("userTask_draftSubPlan")
                    .processVariableValueLike("unitCode", "%-%")
                    .orderByTaskCreateTime()
                    .asc();
            query.listPage(0, 50);
            query.count();
        });
        double instances =
                measured("engine: 50 unfinished instances of history, which keeps no variables, counted", () -> {
                    var query = history.createHistoricProcessInstanceQuery()
                            .processDefinitionKey("subPlan")
                            .unfinished()
                            .orderByProcessInstanceStartTime()
                            .asc();
                    query.listPage(0, 50);
                    query.count();
                });
        double nativeSql = measured("native SQL on ACT_*: the same 50, counted", () -> {
            jdbc.sql("""
                            select t.id_ from act_ru_task t join act_ru_variable v on v.proc_inst_id_ = t.proc_inst_id_
                            and v.name_ = 'unitCode' where t.task_def_key_ = 'userTask_draftSubPlan' and v.text_ like '%-%'
                            order by t.create_time_ limit 50""").query(String.class).list();
            jdbc.sql("""
                            select count(*) from act_ru_task t join act_ru_variable v on v.proc_inst_id_ = t.proc_inst_id_
                            and v.name_ = 'unitCode' where t.task_def_key_ = 'userTask_draftSubPlan' and v.text_ like '%-%'""").query(Long.class).single();
        });
        double inProcess =
                measured("ours, in process: the same 50, counted", () -> found(plan, null, null, "unitCode"));
        System.out.printf(
                "BENCH first page: engine's tasks %.1f, its history %.1f, native SQL %.1f times as long; over REST %.1f, %.1f, %.1f%n",
                task / inProcess,
                instances / inProcess,
                nativeSql / inProcess,
                task / ours,
                instances / ours,
                nativeSql / ours);
        overdue(plan);
        overview(inspector, plan);
    }

    /** Of the engine's tasks those that are due, the first due first; ours are found by the same, and by their unit's name. */
    private void overdue(long plan) {
        double ours = measured("ours, in process: 50 overdue, counted", () -> found(plan, true, null, "dueAt"));
        double latest = measured("ours, in process: the 50 latest", () -> found(plan, null, null, "-daysLate"));
        double search = measured("ours, in process: by a unit's name", () -> found(plan, null, "xanh pôn", "unitCode"));
        double engine = measured("engine: 50 tasks due before the end of the plan's first day, counted", () -> {
            var query = tasks.createTaskQuery()
                    .taskDefinitionKey("userTask_draftSubPlan")
                    .dueBefore(java.util.Date.from(clock.instant().plus(Duration.ofDays(30))))
                    .orderByDueDate()
                    .asc();
            query.listPage(0, 50);
            query.count();
        });
        double nativeSql = measured(
                "native SQL on ACT_*: a unit's tasks by its code",
                () -> jdbc.sql("""
                        select t.id_ from act_ru_task t join act_ru_variable v on v.proc_inst_id_ = t.proc_inst_id_
                        and v.name_ = 'unitCode' where v.text_ like '%-01%' order by t.create_time_ limit 50""").query(String.class).list());
        System.out.printf(
                "BENCH overdue: engine %.1f times as long; latest first beside it %.1f; search: native SQL on codes %.1f times as long%n",
                engine / ours, engine / latest, nativeSql / search);
    }

    private void found(long plan, Boolean overdue, String text, String sort) {
        duties.watch(
                new ObligationQuery(
                        plan,
                        null,
                        false,
                        DutyKind.subPlan,
                        null,
                        null,
                        null,
                        null,
                        overdue,
                        text,
                        null,
                        null,
                        sort,
                        null),
                new Scope(false, Set.of("TTRB")),
                new PageRequest(0, 50));
    }

    /** How many drafts are open in each province: one query each with the engine, whose variables know the unit's code. */
    private void overview(Client inspector, long plan) {
        String path = "/api/v1/obligations/summary?plan=" + plan + "&kind=subPlan&by=province";
        double ours = measured(path, () -> ok(inspector, path));
        double changed = measured(path + ", after somebody wrote something", this::change, () -> ok(inspector, path));
        double engine = measured("engine: open drafts of each of 63 provinces, counted", () -> {
            for (int province = 1; province <= 63; province++) {
                tasks.createTaskQuery()
                        .taskDefinitionKey("userTask_draftSubPlan")
                        .processVariableValueLike("unitCode", "%%-%02d%%".formatted(province))
                        .count();
            }
        });
        double nativeSql = measured(
                "native SQL on ACT_*: the same, grouped",
                () -> jdbc.sql("""
                        select substring(v.text_ from '-([0-9][0-9])'), count(*) from act_ru_task t join act_ru_variable v
                        on v.proc_inst_id_ = t.proc_inst_id_ and v.name_ = 'unitCode'
                        where t.task_def_key_ = 'userTask_draftSubPlan' group by 1""").query().listOfRows());
        System.out.printf(
                "BENCH overview over REST: engine %.1f, native SQL %.1f times as long; of one worked out anew %.1f and %.1f%n",
                engine / ours, nativeSql / ours, engine / changed, nativeSql / changed);
    }

    /** A line in a history, as every step writes one. */
    private void change() {
        jdbc.sql(
                        "insert into obligation_event (obligation_id, at, event) select min(id), min(given_at), 'started' from obligation")
                .update();
    }

    /** All duties of all kinds as a workbook, read off the line and thrown away. */
    private void export() {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        long before = heap(MemoryPoolMXBean::getUsage);
        long begun = System.nanoTime();
        long bytes = new Api(port, "thanhtra.bo").bytes("/api/v1/obligations/export?format=xlsx").length;
        System.out.printf(
                "BENCH export of %,d duties: %.1f s, %,d KB, heap %d MB before, at most %d MB%n",
                jdbc.sql("select count(*) from obligation").query(Long.class).single(),
                since(begun),
                bytes / 1024,
                before >> 20,
                heap(MemoryPoolMXBean::getPeakUsage) >> 20);
    }

    private static long heap(Function<MemoryPoolMXBean, MemoryUsage> of) {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> of.apply(pool).getUsed())
                .sum();
    }

    /** The deadline passes for everybody, the morning after it reminds; then all who are late are reminded by hand, and chased by one letter. */
    private void morning(Cascade country) {
        long begun = System.nanoTime();
        country.clock("2023-03-20T09:00:00+07:00");
        System.out.printf("BENCH the demo's clock over the deadline and its morning: %.1f s%n", since(begun));
        begun = System.nanoTime();
        country.clock("2023-03-21T09:00:00+07:00");
        System.out.printf("BENCH the demo's clock over the next morning: %.1f s%n", since(begun));
        for (String action : List.of("remind", "chase")) {
            Api inspector = country.as("thanhtra.bo");
            ObjectNode order = Api.object().put("action", action).put("dryRun", true);
            order.putObject("filter")
                    .put("plan", country.plan())
                    .put("kind", "subPlan")
                    .put("overdue", true);
            begun = System.nanoTime();
            JsonNode tried = inspector.post("/api/v1/obligation-actions", order).ok();
            double preview = since(begun);
            begun = System.nanoTime();
            order.put("dryRun", false).put("token", tried.get("token").asText());
            long id = inspector
                    .post("/api/v1/obligation-actions", order)
                    .ok()
                    .get("id")
                    .asLong();
            Awaitility.await()
                    .atMost(Duration.ofMinutes(20))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> !inspector
                            .get("/api/v1/obligation-actions/" + id)
                            .ok()
                            .get("finishedAt")
                            .isNull());
            System.out.printf(
                    "BENCH %s %,d at once: preview %.1f s, done in %.1f s%n",
                    action, tried.get("total").asLong(), preview, since(begun));
        }
    }

    private static void ok(Client client, String path) {
        int status = client.page(path).statusCode();
        if (status != 200) {
            throw new IllegalStateException(path + " " + status);
        }
    }

    private static double measured(String what, Runnable work) {
        return measured(what, () -> {}, work);
    }

    private static double measured(String what, Runnable before, Runnable work) {
        long warm = System.nanoTime();
        work.run();
        // What takes seconds is not asked thirty times.
        int rounds = since(warm) > 1 ? 3 : ROUNDS;
        for (int i = 0; i < rounds / 6; i++) {
            work.run();
        }
        double[] times = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            before.run();
            long begun = System.nanoTime();
            work.run();
            times[i] = since(begun) * 1000;
        }
        Arrays.sort(times);
        System.out.printf("BENCH %7.1f ms  p95 %7.1f ms  %s%n", times[rounds / 2], times[rounds * 95 / 100], what);
        return times[rounds / 2];
    }

    private static double since(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
