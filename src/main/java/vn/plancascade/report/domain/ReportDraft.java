package vn.plancascade.report.domain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import vn.plancascade.kernel.Names;

/**
 * What a report's drafter writes.
 *
 * @param figures by the code of the indicator, as sent: a number, a number as text, true, false or null
 * @param nothingToReport không phát sinh: what is blank is nothing, and that is a statement
 * @param comment explains what the figures make one ask, and confirms what has to be confirmed
 * @param replaces number of the document that this one replaces
 * @param confirmed that no text names anybody whom the report is about
 */
public record ReportDraft(
        Map<String, JsonNode> figures,
        Boolean nothingToReport,
        Narrative narrative,
        String comment,
        String replaces,
        Boolean confirmed,
        List<Progress> progress) {

    public ReportDraft {
        figures = figures == null ? Map.of() : new LinkedHashMap<>(figures);
        nothingToReport = nothingToReport != null && nothingToReport;
        narrative = narrative == null ? Narrative.EMPTY : narrative;
        comment = Names.clean(comment);
        replaces = Names.clean(replaces);
        confirmed = confirmed != null && confirmed;
        progress = progress == null
                ? List.of()
                : progress.stream().filter(Objects::nonNull).toList();
    }

    /** The five parts of the narrative; each may be null. */
    public record Narrative(
            String situation, String results, String difficulties, String nextPeriod, String proposals) {

        static final Narrative EMPTY = new Narrative(null, null, null, null, null);

        public Narrative {
            situation = Names.clean(situation);
            results = Names.clean(results);
            difficulties = Names.clean(difficulties);
            nextPeriod = Names.clean(nextPeriod);
            proposals = Names.clean(proposals);
        }

        public String part(String name) {
            return switch (name) {
                case "situation" -> situation;
                case "results" -> results;
                case "difficulties" -> difficulties;
                case "nextPeriod" -> nextPeriod;
                case "proposals" -> proposals;
                default -> null;
            };
        }

        public static final List<String> PARTS =
                List.of("situation", "results", "difficulties", "nextPeriod", "proposals");

        boolean isEmpty() {
            return Stream.of(situation, results, difficulties, nextPeriod, proposals)
                    .allMatch(Objects::isNull);
        }
    }

    /** How far an activity of the unit's own sub-plan has come, in the unit's words. */
    public record Progress(String taskNo, String activity, String state, String note) {

        public Progress {
            taskNo = Names.clean(taskNo);
            activity = Names.clean(activity);
            state = Names.clean(state);
            note = Names.clean(note);
        }

        /** How far an activity may be said to have come; reports of earlier versions said it in words of their own. */
        public static final Set<String> STATES = Set.of("notBegun", "underWay", "done");

        /** In words: as a form or a document calls the state, or as it was typed; empty where nothing was said. */
        public String stateInWords(UnaryOperator<String> words) {
            return state == null ? "" : STATES.contains(state) ? words.apply(state) : state;
        }
    }
}
