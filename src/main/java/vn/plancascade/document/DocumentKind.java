package vn.plancascade.document;

/** What a file is to the duty, the plan or the letter that it belongs to. */
public enum DocumentKind {
    /** A document that was signed on paper or in another system, recorded here. */
    issuedOutside,
    /** The signed copy of what was drafted and issued here. */
    signedCopy,
    nationalPlan,
    /** What changes in a national plan that was issued. */
    planAmendment,
    subPlan,
    unitReport,
    consolidatedReport,
    /** Công văn đôn đốc: one letter to many units. */
    chasingLetter;

    /** How the documents of what bears this id are filed, such as {@code nationalPlan:3}. */
    public String subject(long id) {
        return name() + ":" + id;
    }

    /** Whether the product writes it; the others are taken in as they are. */
    public boolean isWritten() {
        return this != issuedOutside && this != signedCopy;
    }
}
