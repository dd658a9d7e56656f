package vn.plancascade.followup.process;

/** Names of the model {@code chasingLetter}; a test compares them with the file. Its business key is the plan's id. */
public final class ChasingLetterModel {

    public static final String CHASING_LETTER = "chasingLetter";

    public static final String DRAFT_CHASING_LETTER = "userTask_draftChasingLetter";
    public static final String APPROVE_CHASING_LETTER = "userTask_approveChasingLetter";
    public static final String ISSUE_CHASING_LETTER = "userTask_issueChasingLetter";

    public static final String MESSAGE_LETTER_OVER = "chasingLetter.over";

    public static final String LETTER_ID = "letterId";

    /** Code of the unit that writes the letter. */
    public static final String UNIT_CODE = "unitCode";

    /** Whether the product has drafted it, so that it waits to be approved at once. */
    public static final String PREPARED = "prepared";

    /** {@code submit} or {@code discard} of the draft, {@code approve} or {@code return} of what was submitted. */
    public static final String DECISION = "decision";

    private ChasingLetterModel() {}
}
