package vn.plancascade.database;

import org.springframework.web.context.request.RequestContextHolder;

/** Who waits for the database in the present thread. */
public final class Waiting {

    private static final ThreadLocal<Boolean> AS_JOB = ThreadLocal.withInitial(() -> false);

    private Waiting() {}

    /** Runs work that a request asks for but nobody sits in front of, with the patience of a job. */
    public static void asJob(Runnable work) {
        boolean before = AS_JOB.get();
        AS_JOB.set(true);
        try {
            work.run();
        } finally {
            AS_JOB.set(before);
        }
    }

    static boolean isPerson() {
        return RequestContextHolder.getRequestAttributes() != null && !AS_JOB.get();
    }
}
