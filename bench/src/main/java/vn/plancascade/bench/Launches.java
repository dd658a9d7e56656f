package vn.plancascade.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.plancascade.bench.peer.Peer;

/**
 * A plan goes out to many units: the product as it is shipped, bare inserts of the rows that it writes, and what the engines do
 * with a model of the same two steps and five reminders; in turns, each in a process of its own, on a database of its own.
 */
final class Launches {

    private static final String OURS = "the product";
    private static final String FLOOR = "bare inserts of its rows";

    /** Beyond that many, a plan whose units are all begun in one transaction takes minutes. */
    private static final int MOST_OF_NAIVE = 4_000;

    private final Server server;
    private final int units;
    private final int rounds;
    private final Map<String, List<Double>> perSecond = new LinkedHashMap<>();

    Launches(Server server, int units, int rounds) {
        this.server = server;
        this.units = units;
        this.rounds = rounds;
    }

    void run() throws Exception {
        for (int round = 0; round < rounds; round++) {
            ours();
            for (Peer.Way way : Peer.Way.launches()) {
                peer(way);
            }
        }
        double ours = median(OURS);
        System.out.printf("| units a second, at %,d | median (least to most) | the product beside it |%n", units);
        System.out.println("|---|---|---|");
        perSecond.forEach((what, values) -> System.out.printf(
                "| %s | %s | %.2f |%n", what, Figures.of(values).spread(), ours / median(what)));
    }

    private void ours() throws IOException, SQLException, InterruptedException {
        Server.Database database = server.newDatabase("launch_ours");
        try (Product product = Product.start(database, units)) {
            Map<String, Long> before = database.inserted();
            Country.Launch launch = new Country(product, database).launch();
            Map<String, Long> rows = perUnit(before, database.inserted(), launch.units());
            note(OURS, launch.perSecond());
            System.out.printf(
                    "launch of %,d: click %.2f s, %.1f s, %.0f a second, last fifth beside the first %.2f, %.1f rows a unit %s%n",
                    launch.units(),
                    launch.click(),
                    launch.seconds(),
                    launch.perSecond(),
                    launch.lastFifthBesideFirst(),
                    rows.values().stream().mapToLong(Long::longValue).sum() / 10.0,
                    rows);
            product.close();
            note(FLOOR, new Floor(database, rows).perSecond());
        }
        server.drop(database);
    }

    /** In tenths; what is fewer than one in five units is left out, and what mails write meanwhile, and the tree of units, which is
     * derived once after it was changed. */
    private static Map<String, Long> perUnit(Map<String, Long> before, Map<String, Long> after, long units) {
        Map<String, Long> rows = new LinkedHashMap<>();
        after.forEach((table, n) -> {
            long tenths = Math.round(10.0 * (n - before.getOrDefault(table, 0L)) / units);
            if (tenths >= 2 && !table.startsWith("mail") && !table.equals("unit_below")) {
                rows.put(table, tenths);
            }
        });
        return rows;
    }

    private void peer(Peer.Way way) throws IOException, SQLException, InterruptedException {
        int many = way.isOneTransaction() ? Math.min(units, MOST_OF_NAIVE) : units;
        Server.Database database = server.newDatabase("launch_peer");
        double found = answer(way, database, many);
        System.out.printf("%s, %,d units: %.0f a second%n", way.title(), many, found);
        note(way.title() + (many < units ? ", at %,d".formatted(many) : ""), found);
        server.drop(database);
    }

    /** The last line that the peer's process prints. */
    static double answer(Peer.Way way, Server.Database database, int units) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx3g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Peer.class.getName(),
                        way.name(),
                        database.url(),
                        String.valueOf(units))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String last = null;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                last = line;
            }
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException(way + " failed: " + last);
        }
        return Double.parseDouble(last);
    }

    private void note(String what, double value) {
        perSecond.computeIfAbsent(what, key -> new ArrayList<>()).add(value);
    }

    private double median(String what) {
        return Figures.of(perSecond.get(what)).median();
    }
}
