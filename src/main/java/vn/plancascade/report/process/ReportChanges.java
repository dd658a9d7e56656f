package vn.plancascade.report.process;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.plancascade.plan.Indicator;
import vn.plancascade.plan.Indicator.Type;
import vn.plancascade.report.domain.FigureStandings;
import vn.plancascade.report.domain.ReportDraft;
import vn.plancascade.report.domain.ReportWork;
import vn.plancascade.report.domain.ReportWorks;
import vn.plancascade.worklist.FormData;
import vn.plancascade.worklist.RoundChange;

/** What a report says otherwise than the round before, figure by figure and part by part. */
@Component
class ReportChanges {

    private final ReportWorks works;
    private final FigureStandings standings;
    private final ReportTexts texts;

    ReportChanges(ReportWorks works, FigureStandings standings, ReportTexts texts) {
        this.works = works;
        this.standings = standings;
        this.texts = texts;
    }

    List<RoundChange> of(long id, String before, String now, Locale locale) {
        ReportWork work = works.of(id);
        ReportDraft was = FormData.read(before, ReportDraft.class);
        ReportDraft is = FormData.read(now, ReportDraft.class);
        List<RoundChange> changes = new ArrayList<>();
        if (!work.isConsolidation()) {
            figures(work, was, is, locale, changes);
        }
        ReportDraft.Narrative.PARTS.forEach(part -> RoundChange.add(
                changes,
                null,
                "report.narrative." + part,
                was.narrative().part(part),
                is.narrative().part(part)));
        Map<String, String> told = progress(was, locale);
        progress(is, locale)
                .forEach((activity, state) -> RoundChange.add(changes, activity, null, told.get(activity), state));
        RoundChange.add(changes, null, "change.explanation", was.comment(), is.comment());
        return changes;
    }

    private void figures(ReportWork work, ReportDraft was, ReportDraft is, Locale locale, List<RoundChange> changes) {
        Map<String, BigDecimal> then = standings.of(work, was).figures();
        Map<String, BigDecimal> today = standings.of(work, is).figures();
        for (Indicator indicator : work.indicators()) {
            String code = indicator.code();
            RoundChange.add(
                    changes,
                    code + ". " + indicator.label(),
                    null,
                    indicator.type() == Type.text
                            ? words(was, code)
                            : texts.value(indicator, then.get(code), true, locale),
                    indicator.type() == Type.text
                            ? words(is, code)
                            : texts.value(indicator, today.get(code), true, locale));
        }
    }

    private static String words(ReportDraft draft, String code) {
        return draft.figures().containsKey(code) ? draft.figures().get(code).asText("") : null;
    }

    private Map<String, String> progress(ReportDraft draft, Locale locale) {
        Map<String, String> progress = new HashMap<>();
        draft.progress()
                .forEach(each -> progress.put(
                        each.taskNo() + " " + each.activity(),
                        each.stateInWords(state -> texts.of("report.progress." + state, locale))
                                + (each.note() == null ? "" : " – " + each.note())));
        return progress;
    }
}
