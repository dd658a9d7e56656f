package vn.plancascade.document;

/** What a file is to the duty that it belongs to. */
public enum DocumentKind {
    /** A plan that was signed on paper or in another system, recorded here. */
    issuedOutside,
    /** The signed copy of what was drafted and issued here. */
    signedCopy
}
