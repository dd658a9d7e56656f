package vn.plancascade.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Measures the packaged product from outside, on a PostgreSQL that it starts itself. What is measured stands first in any number,
 * then {@code --units=} and {@code --rounds=}; see README.md.
 */
public final class Bench {

    private Bench() {}

    private enum What {
        launch,
        pages,
        mails,
        morning,
        approvals,
        reports,
        years,
        reform,
        nodes
    }

    public static void main(String[] args) throws Exception {
        Locale.setDefault(Locale.ROOT);
        List<What> what = new ArrayList<>();
        int units = 14_000;
        int rounds = 3;
        for (String arg : args) {
            if (arg.startsWith("--units=")) {
                units = Integer.parseInt(arg.substring(8));
            } else if (arg.startsWith("--rounds=")) {
                rounds = Integer.parseInt(arg.substring(9));
            } else if (arg.equals("all")) {
                what.addAll(List.of(What.values()));
            } else {
                what.add(What.valueOf(arg));
            }
        }
        try (Server server = new Server()) {
            machine(server);
            for (What one : what) {
                System.out.printf("%n== %s%n", one);
                switch (one) {
                    case launch -> new Launches(server, units, rounds).run();
                    case pages -> new Pages(server, units).run();
                    case mails -> Mails.run(server, units);
                    case morning -> Morning.run(server, units);
                    case approvals -> Approvals.run(server, units);
                    case reports -> Reports.run(server, units);
                    case years -> Years.run(server, units);
                    case reform -> Reform.run(server, units);
                    case nodes -> Nodes.run(server, units);
                }
            }
        }
        System.exit(0);
    }

    /** Figures are of one machine: they are compared within one run. */
    private static void machine(Server server) throws Exception {
        String cpu = "unknown processor";
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            cpu = lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.replaceFirst(".*: *", ""))
                    .findFirst()
                    .orElse(cpu);
        }
        System.out.printf(
                "%d cores of %s, load %.2f before; Java %s, PostgreSQL %s, durable%n",
                Runtime.getRuntime().availableProcessors(),
                cpu,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                System.getProperty("java.version"),
                server.version());
    }
}
