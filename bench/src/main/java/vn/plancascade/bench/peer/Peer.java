package vn.plancascade.bench.peer;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Does the product's work with nothing but an engine, in a process of its own, and prints how many units a second. */
public final class Peer {

    private static final int WARMING_UP = 500;

    private Peer() {}

    /** How it is gone about. */
    public enum Way {
        CAMUNDA_NAIVE("Camunda, one call activity for all units", true),
        CAMUNDA_BEST("Camunda's best: jobs of a hundred cases each", false),
        FLOWABLE_BEST("Flowable's best: a hundred cases a command, two threads", false),
        CAMUNDA_JOIN("Camunda: approvals of one call activity's cases", true),
        CAMUNDA_REMINDERS("Camunda: timers of the tuned job executor", false);

        private final String title;
        private final boolean oneTransaction;

        Way(String title, boolean oneTransaction) {
            this.title = title;
            this.oneTransaction = oneTransaction;
        }

        public String title() {
            return title;
        }

        /** Whether all units are begun in one transaction. */
        public boolean isOneTransaction() {
            return oneTransaction;
        }

        public static List<Way> launches() {
            return Stream.of(CAMUNDA_NAIVE, CAMUNDA_BEST, FLOWABLE_BEST).toList();
        }
    }

    /** @param args way, address of an empty database, number of units */
    public static void main(String[] args) throws Exception {
        Way way = Way.valueOf(args[0]);
        int units = Integer.parseInt(args[2]);
        double perSecond;
        try (HikariDataSource database = connect(args[1])) {
            perSecond = switch (way) {
                case FLOWABLE_BEST -> flowable(database, units);
                default -> camunda(database, way, units);
            };
        }
        System.out.println(perSecond);
        System.exit(0);
    }

    private static double camunda(DataSource database, Way way, int units) throws Exception {
        CamundaPeer peer = new CamundaPeer(database);
        return switch (way) {
            case CAMUNDA_JOIN -> peer.approvals(units);
            case CAMUNDA_REMINDERS -> peer.reminders(units);
            case CAMUNDA_BEST -> {
                peer.jobs(0, WARMING_UP);
                yield peer.jobs(WARMING_UP, units);
            }
            default -> {
                peer.naive(WARMING_UP);
                yield peer.naive(units);
            }
        };
    }

    private static double flowable(DataSource database, int units) throws Exception {
        FlowablePeer peer = new FlowablePeer(database);
        peer.commands(0, WARMING_UP);
        return peer.commands(WARMING_UP, units);
    }

    private static HikariDataSource connect(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url + (url.contains("?") ? "&" : "?") + "reWriteBatchedInserts=true");
        config.setMaximumPoolSize(20);
        return new HikariDataSource(config);
    }
}
