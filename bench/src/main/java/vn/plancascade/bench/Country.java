package vn.plancascade.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The sample plan on its way down the country, driven over HTTP and watched in the database. */
final class Country {

    private static final String WAITING =
            "select count(*) from obligation where kind = 'subPlan' and state = 'planned'";
    private static final String ALL = "select count(*) from obligation where kind = 'subPlan'";

    private final Product product;
    private final Server.Database database;

    Country(Product product, Server.Database database) {
        this.product = product;
        this.database = database;
    }

    /** How the launch went; seconds from the clerk's click until every unit has its case. */
    record Launch(long units, double click, double seconds, double lastFifthBesideFirst) {

        double perSecond() {
            return units / seconds;
        }
    }

    long plan() {
        return product.as("quantri")
                .get("/api/v1/plans")
                .get("items")
                .get(0)
                .get("id")
                .asLong();
    }

    Launch launch() throws SQLException, InterruptedException {
        return launch(() -> {});
    }

    /** @param beside done once while the units' cases are being opened */
    Launch launch(Runnable beside) throws SQLException, InterruptedException {
        ObjectNode asPrefilled = User.JSON.createObjectNode();
        User drafter = product.as("chuyenvien.bo");
        drafter.complete(drafter.task("userTask_draftNationalPlan"), asPrefilled);
        User leader = product.as("lanhdao.bo");
        leader.complete(leader.task("userTask_approveNationalPlan"), asPrefilled);
        User clerk = product.as("vanthu.bo");
        String issuing = clerk.task("userTask_issueNationalPlan");
        long begun = System.nanoTime();
        clerk.complete(issuing, asPrefilled);
        double click = Figures.since(begun);
        beside.run();
        List<Long> left = new ArrayList<>();
        do {
            Thread.sleep(250);
            left.add(database.count(WAITING));
        } while (left.get(left.size() - 1) > 0 || database.count(ALL) == 0);
        return new Launch(database.count(ALL), click, Figures.since(begun), fifths(left));
    }

    private static double fifths(List<Long> left) {
        long most = left.stream().mapToLong(Long::longValue).max().orElse(0);
        long first = left.stream().filter(n -> n > most * 0.8).count();
        long last = left.stream().filter(n -> n > 0 && n <= most * 0.2).count();
        return (last + 1.0) / (first + 1.0);
    }

    /** Hands in the drafts of these units, everything taken over as it is asked for. */
    void submit(List<String> units) {
        for (String unit : units) {
            User drafter = product.as(unit + ".chuyenvien");
            String task = drafter.task("userTask_draftSubPlan");
            ObjectNode draft = (ObjectNode) drafter.get("/api/v1/tasks/" + task + "/draft");
            ((ArrayNode) draft.get("items"))
                    .forEach(item -> ((ObjectNode) item)
                            .put("response", "adopted")
                            .put("activity", "Tổ chức thực hiện")
                            .put("inCharge", "Phòng Kế hoạch")
                            .put("from", "2023-04-01")
                            .put("to", "2023-12-31")
                            .put("budget", 10)
                            .put("output", "Báo cáo"));
            drafter.complete(task, draft);
        }
    }
}
