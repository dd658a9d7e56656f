package vn.plancascade.kernel.sheet;

/** Text for spreadsheets, which take some of it for a formula. */
public final class HarmlessText {

    private HarmlessText() {}

    /** What begins like a formula begins with an apostrophe; empty for null. */
    public static String of(String text) {
        return text == null ? "" : !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
