package vn.plancascade.request;

/** What became of a request; people read the text {@code requestState.<name>}. */
public enum RequestState {
    /** Somebody has to decide. */
    open,
    granted,
    refused,
    /** The duty was settled, waived or withdrawn before anybody decided. */
    over
}
