package vn.plancascade.web;

import vn.plancascade.kernel.Names;

/** A parameter that nobody looks at (400). */
class UnknownParameter extends RuntimeException {

    private static final int SHOWN = 80;

    private final String name;

    UnknownParameter(String name) {
        super(null, null, false, false);
        this.name = name;
    }

    /** As it was sent, on one line and not longer than a line. */
    String name() {
        String line = Names.line(name);
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }
}
