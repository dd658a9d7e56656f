package vn.plancascade.web;

import java.util.Locale;
import java.util.Optional;

/** The language that whoever makes the present request has asked for in the account, other than Vietnamese, which is everybody's to begin with. */
public interface CallersLanguage {

    /** Empty if nobody has logged in, or the account says nothing else than the product does by itself. */
    Optional<Locale> find();
}
