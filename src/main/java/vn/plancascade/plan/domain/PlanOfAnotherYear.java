package vn.plancascade.plan.domain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import vn.plancascade.plan.PlanContent;
import vn.plancascade.worklist.FormData;

/**
 * A plan as the draft of another year: every day and period moves with the year, number and date are left to be given, and all
 * else stays for its drafter to change.
 */
final class PlanOfAnotherYear {

    private static final List<String> DAYS = List.of("subPlanDeadline", "startWithoutSuperiorOn");
    private static final List<String> DAYS_OF_PERIODS = List.of("dataFrom", "dataTo", "due", "opens");

    private PlanOfAnotherYear() {}

    static PlanContent of(PlanContent from, int year) {
        int years = year - from.year();
        ObjectNode plan = FormData.toNode(from);
        plan.remove(List.of("documentNumber", "documentDate"));
        plan.put("year", year);
        for (String text : List.of("subject", "shortSubject")) {
            if (plan.hasNonNull(text)) {
                plan.put(text, inYear(plan.get(text).asText(), from.year(), year));
            }
        }
        DAYS.forEach(day -> move(plan, day, years));
        for (JsonNode duty : plan.withArray("duties")) {
            move((ObjectNode) duty, "subPlanDeadline", years);
        }
        for (JsonNode assignment : plan.withArray("assignments")) {
            move((ObjectNode) assignment, "due", years);
            assignment.path("milestones").forEach(milestone -> move((ObjectNode) milestone, "due", years));
        }
        for (JsonNode period : plan.withArray("reportCalendar")) {
            DAYS_OF_PERIODS.forEach(day -> move((ObjectNode) period, day, years));
            String code = period.path("period").asText();
            if (code.matches("[0-9]{4}-.+")) {
                ((ObjectNode) period).put("period", Integer.parseInt(code.substring(0, 4)) + years + code.substring(4));
            }
        }
        return FormData.read(plan, PlanContent.class);
    }

    private static void move(ObjectNode of, String day, int years) {
        if (of.hasNonNull(day)) {
            of.put(day, LocalDate.parse(of.get(day).asText()).plusYears(years).toString());
        }
    }

    /** A year that stands by itself, and not as a part of a document's number. */
    private static String inYear(String text, int from, int to) {
        return Pattern.compile("(?<![\\p{L}\\p{N}/])" + from + "(?![\\p{L}\\p{N}/])")
                .matcher(text)
                .replaceAll(Integer.toString(to));
    }
}
