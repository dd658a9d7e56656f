package vn.plancascade.batch;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.plancascade.followup.Chasing.Letters;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Names;

/**
 * What is to be done to each of the duties.
 *
 * @param reason needed for all but a reminder and a letter
 * @param until the new deadline of an extension, as the plans word deadlines; null for everything else
 * @param to the login of who is handed the work; null for everything else
 * @param letters how many letters chase the units, one unless said otherwise; null for everything else
 */
public record Order(DutyAct action, String reason, LocalDate until, String to, Letters letters) {

    private static final int REASON = 1000;

    /** @throws InvalidInput naming each field that is missing, too long or not for this action */
    public Order {
        reason = Names.clean(reason);
        to = Names.clean(to);
        if (action == null) {
            throw new InvalidInput("action", "required");
        }
        if (reason == null && action.needsReason()) {
            throw new InvalidInput("reason", "required");
        }
        if (reason != null && reason.length() > REASON) {
            throw new InvalidInput("reason", "tooLong", REASON);
        }
        refuseUnless("until", action == DutyAct.extend, until);
        refuseUnless("to", action == DutyAct.handOver, to);
        letters = letters == null && action == DutyAct.chase ? Letters.one : letters;
        refuseUnless("letters", action == DutyAct.chase, letters);
    }

    private static void refuseUnless(String field, boolean wanted, Object given) {
        if (wanted && given == null) {
            throw new InvalidInput(field, "required");
        }
        if (!wanted && given != null) {
            throw new InvalidInput(field, "batch.notForThis");
        }
    }

    /** The same text for the same order. */
    public String text() {
        return Stream.of(action, reason, until, to, letters)
                .map(Objects::toString)
                .collect(Collectors.joining("\n"));
    }
}
