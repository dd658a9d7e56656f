package vn.plancascade.deadline;

/**
 * The year of a plan that was issued.
 *
 * @param closed whether it has closed with that year: what it asked for can be read, and is on nobody's daily list
 */
public record PlanYear(long plan, int year, boolean closed) {}
