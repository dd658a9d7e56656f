package vn.plancascade.kernel;

/**
 * One thing that is wrong with what was sent.
 *
 * @param field the field's path as the sender named it, such as {@code items[2].reason}; null where none is to blame
 * @param code key of the message bundles, without the prefix {@code problem.}
 * @param args values for the message's places
 */
public record Violation(String field, String code, Object... args) {}
