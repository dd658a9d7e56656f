package vn.plancascade.report.domain;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.plancascade.plan.Indicator;
import vn.plancascade.plan.Indicator.Check;
import vn.plancascade.plan.Indicator.Computed;
import vn.plancascade.plan.Indicator.Type;

/** Indicators and figures for tests of rules. */
final class Figures {

    private Figures() {}

    /** Codes and numbers by turns. */
    static Map<String, BigDecimal> of(Object... codesAndNumbers) {
        Map<String, BigDecimal> figures = new LinkedHashMap<>();
        for (int i = 0; i < codesAndNumbers.length; i += 2) {
            figures.put((String) codesAndNumbers[i], new BigDecimal(codesAndNumbers[i + 1].toString()));
        }
        return figures;
    }

    static Indicator count(String code, Check... checks) {
        return indicator(code, Type.number, false, 0, null, List.of(), null, checks);
    }

    /** Counts what happened in the period. */
    static Indicator flow(String code) {
        return indicator(code, Type.number, true, 0, null, List.of(), null);
    }

    static Indicator of(String code, Type type, int decimals) {
        return indicator(code, type, false, decimals, null, List.of(), null);
    }

    static Indicator computed(String code, Computed.How how, List<String> of, List<String> by, Check... checks) {
        return indicator(code, Type.number, false, 1, new Computed(how, of, by), List.of(), null, checks);
    }

    /** The last of the codes is what was done with the others. */
    static Indicator carriedFrom(String code, String... codes) {
        return indicator(code, Type.number, false, 0, null, List.of(codes), null);
    }

    static Indicator hiddenBelow(String code, int least) {
        return indicator(code, Type.number, false, 0, null, List.of(), least);
    }

    private static Indicator indicator(
            String code,
            Type type,
            boolean flow,
            int decimals,
            Computed computed,
            List<String> carriedFrom,
            Integer hideBelow,
            Check... checks) {
        return new Indicator(
                code,
                code,
                "",
                List.of(),
                type,
                flow,
                decimals,
                true,
                true,
                List.of(),
                computed,
                carriedFrom,
                hideBelow,
                List.of(checks));
    }
}
