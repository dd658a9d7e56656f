package vn.plancascade.notification.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.function.ToIntBiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The connections over which one look at the mails sends them, beside each other: most of a mail's time is spent waiting for
 * the server. One is opened with its first mail.
 */
final class Lanes implements AutoCloseable {

    private final List<Pass> passes;
    private final ExecutorService threads;

    Lanes(int number, Supplier<Pass> pass) {
        this.passes = Stream.generate(pass).limit(number).toList();
        this.threads = Executors.newFixedThreadPool(number, work -> new Thread(work, "mail-lane"));
    }

    /** Whether one of them has taken as long as a pass may. */
    boolean isOver() {
        return passes.stream().anyMatch(Pass::isOver);
    }

    /**
     * Has the mails sent, each once, and returns when all lanes are done.
     *
     * @param work returns how many were tried
     * @return how many were tried in all
     */
    <T> int send(List<T> mails, ToIntBiFunction<List<T>, Pass> work) {
        if (passes.size() == 1 || mails.size() <= 1) {
            return work.applyAsInt(mails, passes.get(0));
        }
        List<Future<Integer>> tried = new ArrayList<>();
        for (int lane = 0; lane < passes.size(); lane++) {
            int first = lane;
            List<T> mine = IntStream.range(0, mails.size())
                    .filter(i -> i % passes.size() == first)
                    .mapToObj(mails::get)
                    .toList();
            tried.add(threads.submit(() -> work.applyAsInt(mine, passes.get(first))));
        }
        return all(tried);
    }

    /** Waits for every lane, also when one has failed: nobody closes a connection over which another still sends. */
    private static int all(List<Future<Integer>> lanes) {
        int tried = 0;
        RuntimeException failure = null;
        for (Future<Integer> lane : lanes) {
            try {
                tried += lane.get();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                failure = new IllegalStateException("Interrupted while mails were sent", stop);
            } catch (ExecutionException failed) {
                failure = failed.getCause() instanceof RuntimeException ours
                        ? ours
                        : new IllegalStateException(failed.getCause());
            }
        }
        if (failure != null) {
            throw failure;
        }
        return tried;
    }

    @Override
    public void close() {
        threads.shutdown();
        passes.forEach(Pass::close);
    }
}
