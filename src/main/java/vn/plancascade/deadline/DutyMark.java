package vn.plancascade.deadline;

/** What rooms know of duties beside their own rows, by which they are chosen. */
public interface DutyMark {

    /** Names of filters. */
    enum Name {
        /** Nobody of the unit has opened its work yet. */
        neverOpened,
        /** A mail about it was given up. */
        mailFailed,
        /** It is open, and nobody is head of its unit today. */
        withoutHead,
        /** It is open, and nobody in whose role the work waits has an address. */
        withoutAddress
    }

    Name mark();

    /** These duties, as a condition on a row {@code o} of {@code obligation} that is true or false; {@code :day} in it is today. */
    String condition();
}
