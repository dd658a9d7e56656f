package vn.plancascade.web;

import java.util.Locale;
import java.util.Optional;

/** The language of the account of whoever makes the present request: Vietnamese, unless it was changed there. */
public interface CallersLanguage {

    /** Empty if nobody has logged in. */
    Optional<Locale> find();
}
