package vn.plancascade.report.domain;

/** What reports ask of their processes. */
public interface ReportCases {

    /** Opens the case of a unit's report, or of what amends one; returns its process instance. */
    String open(long obligationId, String unitCode, String superiorCode);

    /** Opens the cycle of one period; returns its process instance. */
    String openCycle(long obligationId, String focalUnit, String issuer);

    /** Tells the cycle that every report is settled; harmless if it does not wait for that. */
    void allSettled(long cycle);

    /** Tells the cycle that a report came after it had been sent; harmless if it does not wait for that. */
    void lateArrival(long cycle);

    /** Makes it visible to the administrator that a unit's case could not be started. */
    void reportFailedStart(long cycle, String unitCode);
}
