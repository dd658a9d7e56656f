package vn.plancascade.deadline.domain;

import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Names;

/** Why something is decided about a duty, as people type it. */
final class Reason {

    private static final int LENGTH = 1000;

    private Reason() {}

    /** @throws InvalidInput if it is missing or too long */
    static String of(String sent) {
        String reason = optional(sent);
        if (reason == null) {
            throw new InvalidInput("reason", "required");
        }
        return reason;
    }

    /**
     * Null where nothing was typed.
     *
     * @throws InvalidInput if it is too long
     */
    static String optional(String sent) {
        String reason = Names.clean(sent);
        if (reason != null && reason.length() > LENGTH) {
            throw new InvalidInput("reason", "tooLong", LENGTH);
        }
        return reason;
    }
}
