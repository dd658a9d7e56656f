package vn.plancascade.plan;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.util.List;
import vn.plancascade.organisation.UnitKind;

/**
 * What units report in figures (chỉ tiêu số liệu); data of the plan.
 *
 * @param code such as TT01, unique within the plan
 * @param unit the unit of measure, such as "lượt"
 * @param taskNos the tasks of the plan that it tells of
 * @param flow whether it counts what happened in the period, and not how things stood at its end
 * @param decimals digits after the comma that an entered number may have
 * @param inShortForm whether units that owe the short form report it too
 * @param required whether it may be left blank only where nothing happened
 * @param kinds the kinds of unit that report it; empty means all
 * @param computed how it follows from others; null where it is entered
 * @param carriedFrom what the unit's report of the period before left open: the sum of these less the last one
 * @param hideBelow positive values below this are shown to the unit and its superior only; null shows all
 * @param checks what must hold for it
 */
// What an answer shows beside the fields may be sent back with them.
@JsonIgnoreProperties(value = "entered", allowGetters = true)
public record Indicator(
        String code,
        String label,
        String unit,
        List<String> taskNos,
        Type type,
        boolean flow,
        int decimals,
        boolean inShortForm,
        Boolean required,
        List<UnitKind> kinds,
        Computed computed,
        List<String> carriedFrom,
        Integer hideBelow,
        List<Check> checks) {

    public Indicator {
        taskNos = taskNos == null ? List.of() : List.copyOf(taskNos);
        type = type == null ? Type.number : type;
        required = required == null || required;
        kinds = kinds == null ? List.of() : List.copyOf(kinds);
        computed = computed == null || computed.isBlank() ? null : computed;
        carriedFrom = carriedFrom == null ? List.of() : List.copyOf(carriedFrom);
        checks = checks == null ? List.of() : List.copyOf(checks);
    }

    /** Whether units enter it, and nothing computes it. */
    public boolean isEntered() {
        return computed == null;
    }

    public boolean concerns(UnitKind kind, String form) {
        return (kinds.isEmpty() || kinds.contains(kind)) && (inShortForm || form.equals("full"));
    }

    /** What is reported, and with it how it sums: numbers add up, yes is counted, the others do not sum. */
    public enum Type {
        number,
        yesNo,
        percentage,
        text
    }

    /**
     * How an indicator follows from others.
     *
     * @param of the ones added up; of a ratio, above the line
     * @param by below the line
     */
    public record Computed(How how, List<String> of, List<String> by) {

        public Computed {
            of = of == null ? List.of() : List.copyOf(of);
            by = by == null ? List.of() : List.copyOf(by);
        }

        /** What a form sends of an indicator that is entered. */
        private boolean isBlank() {
            return how == null && of.isEmpty() && by.isEmpty();
        }

        public enum How {
            /** Added up. */
            sum,
            /** In per cent, of the sums and never of ratios. */
            ratio,
            /** In per cent against the same period of the year before. */
            change,
            /** Yes once the unit has issued its own sub-plan. */
            subPlanIssued
        }
    }

    /**
     * One thing that must hold, or must be explained.
     *
     * @param of the indicators compared with
     * @param factor of {@link Op#atMost}: how many times their sum; of {@link Op#lastYear}: how many times as much or as
     *     little as a year before; of {@link Op#target}: the least value
     */
    public record Check(Op op, List<String> of, BigDecimal factor, Level level) {

        public Check {
            of = of == null ? List.of() : List.copyOf(of);
            factor = factor == null ? BigDecimal.ONE : factor;
            level = level == null ? Level.error : level;
        }

        public enum Op {
            /** No more than the sum of the others, times the factor. */
            atMost,
            /** Nothing where the sum of the others is nothing. */
            nothingWithout,
            /** No positive number. */
            nothing,
            /** Yes. */
            yes,
            /** No less than the factor, where it can be computed. */
            target,
            /** Within the factor of the same period of the year before. */
            lastYear,
            /** Within so many per cent of zero. */
            within
        }

        public enum Level {
            /** Refused. */
            error,
            /** Accepted with a comment. */
            explain
        }
    }
}
