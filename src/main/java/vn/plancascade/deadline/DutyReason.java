package vn.plancascade.deadline;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import vn.plancascade.web.Texts;

/** Why the product itself lets a unit off; people are shown the text {@code reason.<name>}. */
public enum DutyReason {
    /** The period had passed when the plan was issued. */
    periodPast,
    /** The period was open already when the unit came to the plan. */
    joinedLater,
    /** The unit had closed before it was given the report. */
    unitClosed,
    /** The plan has closed with its year. */
    yearClosed;

    /** A stored reason in the reader's language: what people wrote stays as it is. */
    public static String text(String stored, Texts texts) {
        return text(stored, key -> texts.of(key));
    }

    /** @param texts the reader's texts by their keys */
    public static String text(String stored, UnaryOperator<String> texts) {
        boolean ours = Arrays.stream(values()).anyMatch(reason -> reason.name().equals(stored));
        return ours ? texts.apply("reason." + stored) : stored;
    }
}
