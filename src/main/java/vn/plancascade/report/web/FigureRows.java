package vn.plancascade.report.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.plancascade.plan.Indicator;
import vn.plancascade.report.domain.FigureHistory;
import vn.plancascade.report.domain.FigureText;
import vn.plancascade.report.domain.ReportSums;
import vn.plancascade.report.domain.ReportWork;
import vn.plancascade.report.domain.ReportWorks;
import vn.plancascade.report.domain.ShownReport;
import vn.plancascade.web.Texts;

/** A report's figures as its page shows them. */
@Component
class FigureRows {

    private final ReportWorks works;
    private final FigureHistory history;
    private final ReportSums sums;
    private final Texts texts;

    FigureRows(ReportWorks works, FigureHistory history, ReportSums sums, Texts texts) {
        this.works = works;
        this.history = history;
        this.sums = sums;
        this.texts = texts;
    }

    /** A row of the table of figures. */
    record Row(String code, String label, String unit, String own, String total, String yearBefore, boolean summed) {}

    /** None while there is nothing to show. */
    List<Row> of(ShownReport shown) {
        if (shown.inWork() == null && shown.version() == 0) {
            return List.of();
        }
        Locale locale = LocaleContextHolder.getLocale();
        ReportWork work = works.of(shown.duty().id());
        Map<String, BigDecimal> before = sums.complete(work, history.yearBefore(work), Map.of());
        List<Row> rows = new ArrayList<>();
        for (Indicator indicator : work.indicators()) {
            String code = indicator.code();
            boolean hidden = shown.hidden().contains(code);
            Object own = shown.figures().get(code);
            rows.add(new Row(
                    code,
                    indicator.label(),
                    indicator.unit(),
                    hidden ? "<" + indicator.hideBelow() : written(indicator, own, locale),
                    hidden
                            ? "<" + indicator.hideBelow()
                            : text(indicator, shown.sums().get(code), false, locale),
                    text(indicator, before.get(code), false, locale),
                    indicator.isEntered() || indicator.type() == Indicator.Type.yesNo));
        }
        return rows;
    }

    private String written(Indicator indicator, Object own, Locale locale) {
        if (own instanceof Boolean yes) {
            return texts.of(yes ? "report.yes" : "report.no");
        }
        return own instanceof BigDecimal number
                ? text(indicator, number, true, locale)
                : own == null ? "" : own.toString();
    }

    private String text(Indicator indicator, BigDecimal value, boolean own, Locale locale) {
        return FigureText.of(indicator, value, own, locale, texts::of);
    }
}
