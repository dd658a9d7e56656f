package vn.plancascade.bench;

/** The first window of reports opens for everybody, on the demo's clock, while nobody has issued a plan of their own. */
final class Reports {

    private Reports() {}

    static void run(Server server, int units) throws Exception {
        Server.Database database = server.newDatabase("reports");
        try (Product product = Product.start(database, units, "--plan-cascade.mail.from=")) {
            new Country(product, database).launch();
            Morning.clock(product, "2023-05-31T20:00:00+07:00", "up to the eve of the window, with all reminders");
            double seconds = Morning.clock(product, "2023-06-01T01:00:00+07:00", "the window opens");
            long opened = database.count(
                    "select count(*) from obligation where kind = 'unitReport' and process_instance_id is not null");
            System.out.printf("reports opened: %,d, %,.0f a second%n", opened, opened / seconds);
        }
        server.drop(database);
    }
}
