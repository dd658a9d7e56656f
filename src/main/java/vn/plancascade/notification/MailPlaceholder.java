package vn.plancascade.notification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words in braces that a mail's subject and opening may hold. */
public enum MailPlaceholder {
    /** Number and symbol of the plan's document. */
    plan,
    /** The plan's subject as mails abbreviate it. */
    subject,
    /** The unit's name, or how many units there are. */
    unit,
    /** How many duties the section is about. */
    count,
    /** The deadline as the plan words it: trước ngày 20/3/2023. */
    deadline,
    /** The deadline before it was extended. */
    originalDeadline,
    /** Working days left, or since the last day that was in time. */
    days,
    /** How often the draft has been returned. */
    round,
    /** The unit that watches: the reader's own. */
    superior,
    /** The period of a report, or the plan's year: 6 tháng đầu năm 2023. */
    period,
    /** Today's date. */
    today;

    private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)\\}");

    /** All of them, as they are written. */
    public static String known() {
        return Arrays.stream(values()).map(each -> "{" + each + "}").collect(Collectors.joining(", "));
    }

    /** The first placeholder of a text that is unknown, or the rest of the text from a brace that has no partner. */
    public static Optional<String> mistake(String text) {
        List<String> names = Arrays.stream(values()).map(MailPlaceholder::name).toList();
        Matcher braces = BRACES.matcher(text);
        StringBuilder rest = new StringBuilder();
        List<String> unknown = new ArrayList<>();
        while (braces.find()) {
            if (!names.contains(braces.group(1))) {
                unknown.add(braces.group());
            }
            braces.appendReplacement(rest, " ");
        }
        braces.appendTail(rest);
        int lone = Math.max(rest.indexOf("{"), rest.indexOf("}"));
        return unknown.isEmpty()
                ? Optional.of(lone).filter(at -> at >= 0).map(rest::substring)
                : Optional.of(unknown.get(0));
    }

    /** The text with each placeholder replaced; what is put in is not looked at again. */
    public static String fill(String text, Map<MailPlaceholder, String> values) {
        return BRACES.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(values.getOrDefault(valueOf(match.group(1)), "")));
    }
}
