package vn.plancascade.worklist;

import com.fasterxml.jackson.databind.node.ObjectNode;
import vn.plancascade.kernel.InvalidInput;

/**
 * What an approver decided.
 *
 * @param comment what the drafter is told; always there where the work is returned
 */
public record Decision(boolean approved, String comment) {

    /** The model's word for it. */
    public String variable() {
        return approved ? "approve" : "return";
    }

    /**
     * @param unspoken what a missing decision means, or null where it must be made
     * @throws InvalidInput naming the field
     */
    public static Decision from(ObjectNode data, String unspoken) {
        String said = FormData.text(data, "decision");
        String decision = said == null ? unspoken : said;
        if (decision == null) {
            throw new InvalidInput("decision", "required");
        }
        String comment = FormData.comment(data);
        return switch (decision) {
            case "approve" -> new Decision(true, comment);
            case "return" -> {
                if (comment == null) {
                    throw new InvalidInput("comment", "comment.requiredOnReturn");
                }
                yield new Decision(false, comment);
            }
            default -> throw new InvalidInput("decision", "decision.unknown");
        };
    }
}
