package vn.plancascade.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import vn.plancascade.bench.peer.Peer;

/**
 * The days around a deadline that nobody keeps: reminders and escalations on the demo's clock, beside timers of an engine for as many
 * cases; then an inspector reminds and chases everybody at once.
 */
final class Morning {

    private Morning() {}

    static void run(Server server, int units) throws Exception {
        Server.Database database = server.newDatabase("morning");
        // Without a sender nothing is sent, and the clock does not wait for mails.
        try (Product product = Product.start(database, units, "--plan-cascade.mail.from=")) {
            Country country = new Country(product, database);
            country.launch();
            clock(product, "2023-03-19T23:00:00+07:00", "up to the eve");
            clock(product, "2023-03-20T07:00:00+07:00", "the deadline passes for everybody");
            double reminded = database.count("select count(*) from notice");
            double seconds = clock(product, "2023-03-21T09:00:00+07:00", "the morning after, with its reminders");
            reminded = database.count("select count(*) from notice") - reminded;
            System.out.printf("notices of that morning: %,.0f, %,.0f a second%n", reminded, reminded / seconds);
            for (String action : new String[] {"remind", "chase"}) {
                atOnce(product, country.plan(), action);
            }
        }
        server.drop(database);
        Server.Database peer = server.newDatabase("reminders");
        double perSecond = Launches.answer(Peer.Way.CAMUNDA_REMINDERS, peer, units);
        server.drop(peer);
        System.out.printf("%s: %.0f reminders a second%n", Peer.Way.CAMUNDA_REMINDERS.title(), perSecond);
    }

    static double clock(Product product, String to, String what) {
        long begun = System.nanoTime();
        product.as("quantri").post("/demo/clock", User.JSON.createObjectNode().put("to", to));
        double seconds = Figures.since(begun);
        System.out.printf("the clock to %s, %s: %.1f s%n", to, what, seconds);
        return seconds;
    }

    private static void atOnce(Product product, long plan, String action) throws InterruptedException {
        User inspector = product.as("thanhtra.bo");
        ObjectNode order = User.JSON.createObjectNode().put("action", action).put("dryRun", true);
        order.putObject("filter").put("plan", plan).put("kind", "subPlan").put("overdue", true);
        long begun = System.nanoTime();
        JsonNode tried = inspector.post("/api/v1/obligation-actions", order);
        double preview = Figures.since(begun);
        begun = System.nanoTime();
        order.put("dryRun", false).put("token", tried.get("token").asText());
        long id = inspector.post("/api/v1/obligation-actions", order).get("id").asLong();
        while (inspector
                .get("/api/v1/obligation-actions/" + id)
                .get("finishedAt")
                .isNull()) {
            Thread.sleep(500);
        }
        System.out.printf(
                "%s %,d at once: preview %.1f s, done in %.1f s%n",
                action, tried.get("total").asLong(), preview, Figures.since(begun));
    }
}
