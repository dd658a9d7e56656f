package vn.plancascade.kernel;

import java.text.Normalizer;

/** Vietnamese text in one form, so that the same name typed on two machines is the same name. */
public final class Names {

    private Names() {}

    /** The text in NFC, without blanks around it; null where nothing is left. */
    public static String clean(String text) {
        if (text == null) {
            return null;
        }
        String trimmed = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
        return trimmed.isEmpty() ? null : trimmed;
    }
}
