package vn.plancascade.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What was measured several times. */
record Figures(double[] sorted) {

    static Figures of(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new Figures(sorted);
    }

    /** How long the work takes, in milliseconds; the first tenth of the rounds is warming up. */
    static Figures millis(int rounds, Runnable work) {
        return millis(rounds, () -> {}, work);
    }

    static Figures millis(int rounds, Runnable before, Runnable work) {
        double[] times = new double[rounds];
        for (int round = -Math.max(1, rounds / 10); round < rounds; round++) {
            before.run();
            long begun = System.nanoTime();
            work.run();
            if (round >= 0) {
                times[round] = since(begun) * 1_000;
            }
        }
        Arrays.sort(times);
        return new Figures(times);
    }

    double median() {
        return sorted[sorted.length / 2];
    }

    double p95() {
        return sorted[Math.min(sorted.length - 1, sorted.length * 95 / 100)];
    }

    /** Median, and from the least to the most. */
    String spread() {
        return String.format(Locale.ROOT, "%,.0f (%,.0f to %,.0f)", median(), sorted[0], sorted[sorted.length - 1]);
    }

    /** In seconds. */
    static double since(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
