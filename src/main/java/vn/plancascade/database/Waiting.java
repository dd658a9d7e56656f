package vn.plancascade.database;

import org.springframework.web.context.request.RequestContextHolder;

/** Who waits for the database in the present thread. */
public final class Waiting {

    private static final ThreadLocal<Who> WHO = new ThreadLocal<>();

    private enum Who {
        PERSON,
        JOB
    }

    private Waiting() {}

    /** Runs work that a request asks for but nobody sits in front of, with the patience of a job. */
    public static void asJob(Runnable work) {
        try (Scope job = as(Who.JOB)) {
            work.run();
        }
    }

    /** Until it is closed somebody waits, though it need not be known yet who. */
    public static Scope asPerson() {
        return as(Who.PERSON);
    }

    private static Scope as(Who who) {
        Who before = WHO.get();
        WHO.set(who);
        return () -> {
            if (before == null) {
                WHO.remove();
            } else {
                WHO.set(before);
            }
        };
    }

    static boolean isPerson() {
        Who who = WHO.get();
        return who == null ? RequestContextHolder.getRequestAttributes() != null : who == Who.PERSON;
    }

    /** Ends in the thread in which it began. */
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}
