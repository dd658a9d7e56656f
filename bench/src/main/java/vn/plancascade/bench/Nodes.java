package vn.plancascade.bench;

import java.util.ArrayList;
import java.util.List;

/** A launch and its first mails with one, two and four instances on one database: who did how much, and nothing twice. */
final class Nodes {

    private static final int[] INSTANCES = {1, 2, 4};
    private static final int SECONDS = 30;

    private Nodes() {}

    static void run(Server server, int units) throws Exception {
        System.out.println(
                "| instances | launch, units a second | mails a second | CPU of the instances, s | cases twice |");
        System.out.println("|---|---|---|---|---|");
        for (int instances : INSTANCES) {
            run(server, units, instances);
        }
    }

    private static void run(Server server, int units, int instances) throws Exception {
        Server.Database database = server.newDatabase("nodes");
        List<Product> products = new ArrayList<>();
        try (MailSink sink = new MailSink()) {
            for (int n = 0; n < instances; n++) {
                products.add(Product.start(database, units, "--plan-cascade.demo.mail-port=" + sink.port()));
            }
            Country.Launch launch = new Country(products.get(0), database).launch();
            long before = sink.mails();
            long begun = System.nanoTime();
            Thread.sleep(SECONDS * 1_000L);
            double mails = (sink.mails() - before) / Figures.since(begun);
            StringBuilder cpu = new StringBuilder();
            for (Product product : products) {
                cpu.append(cpu.isEmpty() ? "" : ", ").append(Math.round(product.cpu()));
            }
            long twice = database.count("select count(*) from (select business_key_ from act_hi_procinst"
                    + " where proc_def_key_ = 'subPlan' group by business_key_ having count(*) > 1) t");
            System.out.printf("| %d | %.0f | %.0f | %s | %d |%n", instances, launch.perSecond(), mails, cpu, twice);
        } finally {
            for (Product product : products) {
                product.close();
            }
        }
        server.drop(database);
    }
}
