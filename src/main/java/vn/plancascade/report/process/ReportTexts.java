package vn.plancascade.report.process;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.PeriodText;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.plan.Indicator;
import vn.plancascade.report.domain.FigureHistory;
import vn.plancascade.report.domain.FigureText;
import vn.plancascade.report.domain.ReportSums;
import vn.plancascade.report.domain.ReportWork;
import vn.plancascade.worklist.FormData;

/** What the forms of reports show: figures as people read them, and facts in words. */
@Component
class ReportTexts {

    private final MessageSource messages;
    private final ReportSums sums;
    private final FigureHistory history;

    ReportTexts(MessageSource messages, ReportSums sums, FigureHistory history) {
        this.messages = messages;
        this.sums = sums;
        this.history = history;
    }

    /** The unit, the period, the deadline and how far the figures go. */
    ObjectNode facts(ReportWork work, Actor actor) {
        Locale locale = locale(actor);
        ObjectNode shown = FormData.object()
                .put("unitName", work.unit().name())
                .put("periodText", PeriodText.of(work.period().period(), messages, locale))
                .put("dueText", VietnamTime.text(work.duty().lastDay()))
                .put("kindText", of("report.version." + work.kindInWork(), locale));
        shown.put(
                "cutOffText",
                work.cutOff() == null
                        ? ""
                        : of(
                                "report.cutOff",
                                locale,
                                VietnamTime.text(work.period().dataFrom()),
                                VietnamTime.text(work.cutOff())));
        shown.put("reportLink", "/reports/" + work.duty().id());
        return shown;
    }

    /** A row for each indicator: what is the unit's own, what came from below, and the same a year before. */
    ArrayNode rows(ReportWork work, Map<String, BigDecimal> own, Map<String, BigDecimal> total, Actor actor) {
        Locale locale = locale(actor);
        Map<String, BigDecimal> before = sums.complete(work, history.yearBefore(work), Map.of());
        ArrayNode rows = FormData.object().arrayNode();
        for (Indicator indicator : work.indicators()) {
            String code = indicator.code();
            rows.addObject()
                    .put("code", code)
                    .put("label", indicator.label())
                    .put("unit", indicator.unit())
                    .put("own", value(indicator, own.get(code), true, locale))
                    .put("total", value(indicator, total.get(code), false, locale))
                    .put("yearBefore", value(indicator, before.get(code), false, locale));
        }
        return rows;
    }

    String missing(ReportWork work, Integer version, Actor actor) {
        ReportSums.Coverage coverage = sums.coverage(work.duty().id(), version);
        if (coverage.expected() == 0) {
            return "";
        }
        Locale locale = locale(actor);
        List<String> missing = coverage.missing();
        return missing.isEmpty()
                ? of("report.nobodyMissing", locale, coverage.accepted(), coverage.expected())
                : of(
                        "report.missing",
                        locale,
                        coverage.accepted(),
                        coverage.expected(),
                        String.join(", ", missing.subList(0, Math.min(30, missing.size())))
                                + (missing.size() > 30 ? "…" : ""));
    }

    String value(Indicator indicator, BigDecimal value, boolean own, Locale locale) {
        return FigureText.of(indicator, value, own, locale, key -> of(key, locale));
    }

    String of(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args, locale);
    }

    static Locale locale(Actor actor) {
        return "en".equals(actor.person().locale()) ? Locale.ENGLISH : Locale.forLanguageTag("vi");
    }
}
