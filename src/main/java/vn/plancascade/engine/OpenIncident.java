package vn.plancascade.engine;

import java.time.Instant;

/**
 * Something that the product itself reports about a case and that no retry of a job mends.
 *
 * @param type such as {@code subPlanStartFailed}
 * @param businessKey of the case, or null
 * @param message its first line, cut short
 */
public record OpenIncident(
        String id, String type, String processKey, String businessKey, String message, Instant since) {}
