package vn.plancascade.monitoring.web;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import vn.plancascade.audit.AuditQuery;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.web.Texts;

/** What of the audit is asked for, in the address of the page and of the interface alike; see {@link AuditQuery}. Empty fields count as not given. */
record AuditFilter(
        String who,
        String what,
        String unit,
        Long plan,
        Long obligation,
        String from,
        String to,
        String after,
        Integer size) {

    private static final int USUAL = 50;
    private static final int MOST = 500;

    AuditFilter {
        who = Names.clean(who);
        what = Names.clean(what);
        unit = Names.code(unit);
        from = Names.clean(from);
        to = Names.clean(to);
        after = Names.clean(after);
    }

    AuditQuery query() {
        return new AuditQuery(who, what, unit, plan, obligation, day("from", from), day("to", to), place());
    }

    /** How many lines are wanted. */
    int lines() {
        if (size != null && (size < 1 || size > MOST)) {
            throw new InvalidInput("size", "page.size", MOST);
        }
        return size == null ? USUAL : size;
    }

    private static LocalDate day(String field, String text) {
        return VietnamTime.typedDay(field, text);
    }

    private Long place() {
        try {
            return after == null ? null : Long.valueOf(after);
        } catch (NumberFormatException noPlace) {
            throw new InvalidInput("after", "after.unknown");
        }
    }

    /** The same list from where this part of it ends. */
    String next(String place) {
        return in("/audit").with("after", place).with("size", size).toString();
    }

    /** All that is filtered, as a file. */
    public String exported(String format) {
        return in("/api/v1/audit/export").with("format", format).toString();
    }

    private Address in(String path) {
        return Address.of(path)
                .with("who", who)
                .with("what", what)
                .with("unit", unit)
                .with("plan", plan)
                .with("obligation", obligation)
                .with("from", from)
                .with("to", to);
    }

    /** Each filter as a line of words and a value. */
    List<String> inWords(Texts texts) {
        List<String> lines = Stream.of(
                        line(texts, "who", who),
                        line(texts, "what", what == null ? null : AuditTexts.word(what, texts)),
                        line(texts, "unit", unit),
                        line(texts, "plan", plan),
                        line(texts, "obligation", obligation),
                        line(texts, "from", from),
                        line(texts, "to", to))
                .flatMap(Stream::ofNullable)
                .toList();
        return lines.isEmpty() ? List.of(texts.of("page.all")) : lines;
    }

    private static String line(Texts texts, String name, Object value) {
        return value == null ? null : texts.of("audit." + name) + ": " + value;
    }
}
