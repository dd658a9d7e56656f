package vn.plancascade.report;

import java.time.LocalDate;
import java.util.List;

/**
 * A unit has issued a report that tells how far the activities of its own plan have come; published inside the transaction
 * that issued it.
 *
 * @param upTo the last day whose facts it holds
 */
public record ActivitiesTold(long report, long planId, String unitCode, LocalDate upTo, List<Activity> activities) {

    /** @param state as the report has it: {@code notBegun}, {@code underWay} or {@code done}; null where it says nothing */
    public record Activity(String taskNo, String state) {}
}
