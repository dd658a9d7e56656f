package vn.plancascade.bench;

import java.util.List;

/** The pages of a working day: idle, while the first mails go out, after somebody wrote something; then all duties as a workbook. */
final class Pages {

    private static final int ROUNDS = 40;
    private static final int FEW = 10;

    /** What is aimed at for the 95th percentile, in milliseconds. */
    private static final double AIM = 100;

    private final Server server;
    private final int units;

    Pages(Server server, int units) {
        this.server = server;
        this.units = units;
    }

    void run() throws Exception {
        Server.Database database = server.newDatabase("pages");
        try (MailSink sink = new MailSink()) {
            String mailPort = "--plan-cascade.demo.mail-port=" + sink.port();
            // Nothing can be sent without a sender: the pages are looked at in peace first.
            try (Product product = Product.start(database, units, mailPort, "--plan-cascade.mail.from=")) {
                Country country = new Country(product, database);
                look("idle, before the launch", product, country.plan());
                Country.Launch launch =
                        country.launch(() -> look("while units' cases are opened", product, country.plan()));
                System.out.printf("pages at %,d units and %,d duties%n", launch.units(), duties(database));
                look("idle", product, country.plan());
                beside(database, product, country.plan());
            }
            long begun = System.nanoTime();
            try (Product product = Product.start(database, units, mailPort)) {
                System.out.printf("restart on this database: %.1f s%n", Figures.since(begun));
                Country country = new Country(product, database);
                while (sink.mails() == 0) {
                    Thread.sleep(100);
                }
                long before = sink.mails();
                long sending = System.nanoTime();
                look("while mails go out", product, country.plan());
                System.out.printf("mails meanwhile: %.0f a second%n", (sink.mails() - before) / Figures.since(sending));
            }
            begun = System.nanoTime();
            try (Product product = Product.start(database, units, mailPort, "--plan-cascade.mail.from=")) {
                System.out.printf("restart on this database: %.1f s%n", Figures.since(begun));
                long export = System.nanoTime();
                long size = product.as("thanhtra.bo").download("/api/v1/obligations/export?format=xlsx");
                System.out.printf(
                        "export of %,d duties: %.1f s, %,d KB, with a heap of %s%n",
                        duties(database), Figures.since(export), size >> 10, System.getProperty("bench.heap", "3g"));
            }
        }
        server.drop(database);
        Server.Database empty = server.newDatabase("empty");
        Product.start(empty, 0).close();
        long begun = System.nanoTime();
        Product.start(empty, 0).close();
        System.out.printf("restart on a database of the sample alone: %.1f s%n", Figures.since(begun));
        server.drop(empty);
    }

    /** The product's answers over HTTP, beside the engine's in the same process. */
    private static void beside(Server.Database database, Product product, long plan) {
        User rest = product.as("thanhtra.bo");
        double page = Figures.millis(ROUNDS, () -> rest.get("/api/v1/obligations?kind=subPlan&size=50"))
                .median();
        double overdue = Figures.millis(ROUNDS, () -> rest.get("/api/v1/obligations?kind=subPlan&overdue=true&size=50"))
                .median();
        double provinces = Figures.millis(
                        ROUNDS,
                        () -> rest.get("/api/v1/obligations/summary?plan=" + plan + "&kind=subPlan&by=province"))
                .median();
        try (EngineQueries engine = new EngineQueries(database)) {
            System.out.println("| the same question | the product over REST, ms | times as long |");
            System.out.println("|---|---|---|");
            ratio("50 open, counted: the engine's tasks", page, engine.firstPage(FEW));
            ratio("50 open, counted: the engine's history, without variables", page, engine.history(FEW));
            ratio("50 open, counted: SQL on the engine's tables", page, engine.firstPageAsSql(FEW));
            ratio("50 by their due day, counted: the engine's tasks", overdue, engine.due(FEW));
            ratio("open by province: the engine's tasks", provinces, engine.provinces(1));
            ratio("open by province: SQL on the engine's tables", provinces, engine.provincesAsSql(FEW));
        }
    }

    private static void ratio(String what, double ours, Figures theirs) {
        System.out.printf("| %s | %.1f | %.1f |%n", what, ours, theirs.median() / ours);
    }

    private static long duties(Server.Database database) throws Exception {
        return database.count("select count(*) from obligation");
    }

    static void look(String when, Product product, long plan) {
        User inspector = product.as("thanhtra.bo").login();
        User head = product.as("SYT-01.thutruong").login();
        System.out.printf("| pages, %s | ms | p95 |%n|---|---|---|%n", when);
        String ofPlan = "?plan=" + plan + "&kind=subPlan";
        for (String path : List.of(
                "/",
                "/obligations",
                "/obligations" + ofPlan + "&overdue=true",
                "/obligations?q=xanh+pon",
                "/obligations?sort=-daysLate",
                "/obligations?sort=unitName",
                "/obligations?sort=dueAt",
                "/obligations?sort=state",
                "/obligations?sort=-documentDate",
                "/obligations?kind=subPlan&step=drafting&province=01",
                "/monitor" + ofPlan,
                "/monitor/provinces" + ofPlan,
                "/monitor/process/subPlan?plan=" + plan,
                "/plans/" + plan,
                "/plans/" + plan + "/tasks",
                "/reports",
                "/notices",
                "/audit")) {
            row(path, Figures.millis(ROUNDS, () -> inspector.page(path)));
        }
        row("head: /", Figures.millis(ROUNDS, () -> head.page("/")));
        User rest = product.as("thanhtra.bo");
        row("REST: 50 duties", Figures.millis(ROUNDS, () -> rest.get("/api/v1/obligations?kind=subPlan&size=50")));
    }

    private static void row(String what, Figures found) {
        System.out.printf(
                "| %s | %.0f | %.0f%s |%n", what, found.median(), found.p95(), found.p95() > AIM ? " (above 100)" : "");
    }
}
