package vn.plancascade.followup.domain;

import vn.plancascade.followup.ChasingLetter;

/** The processes that carry chasing letters; the engine's side answers. */
public interface LetterCases {

    /** @param prepared whether it needs no drafting, and waits to be approved at once */
    void open(ChasingLetter letter, boolean prepared);

    /** Nobody on the letter is late any more. */
    void over(long letter);
}
