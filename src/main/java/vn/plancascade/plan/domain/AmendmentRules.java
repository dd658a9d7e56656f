package vn.plancascade.plan.domain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.kernel.Violation;
import vn.plancascade.plan.AmendmentContent;
import vn.plancascade.plan.PlanContent;
import vn.plancascade.plan.PlanContent.Period;
import vn.plancascade.worklist.FormData;

/** What must hold for an amendment beside what holds for every plan. */
final class AmendmentRules {

    private static final int REASON = 2000;

    private AmendmentRules() {}

    /**
     * @param before what is in force
     * @throws InvalidInput naming each field that an amendment cannot change so; {@code content} where it changes nothing
     */
    static void check(PlanContent before, AmendmentContent amendment, LocalDate today) {
        PlanContent after = amendment.plan();
        List<Violation> found = new ArrayList<>();
        ObjectNode was = FormData.toNode(before);
        ObjectNode is = FormData.toNode(after);
        was.properties().stream()
                .filter(field -> !AmendmentContent.AMENDABLE.contains(field.getKey()))
                .filter(field -> !field.getValue().equals(is.get(field.getKey())))
                .forEach(field -> found.add(new Violation(field.getKey(), "amendment.fixed")));
        if (amendment.reason() != null && amendment.reason().length() > REASON) {
            found.add(new Violation("reason", "tooLong", REASON));
        }
        later("subPlanDeadline", before.subPlanDeadline(), after.subPlanDeadline(), today, found);
        LocalDate supplements = amendment.supplementDeadline();
        if (supplements != null && !supplements.isAfter(today)) {
            found.add(new Violation("supplementDeadline", "plan.deadlinePassed", VietnamTime.text(supplements)));
        } else if (supplements != null && supplements.getYear() > before.year() + 1) {
            found.add(new Violation("supplementDeadline", "extension.year", before.year(), before.year() + 1));
        }
        calendar(before.reportCalendar(), after.reportCalendar(), today, found);
        InvalidInput.throwIfAny(found);
        if (was.equals(is)) {
            throw new InvalidInput("content", "amendment.nothing");
        }
    }

    private static void later(String field, LocalDate was, LocalDate is, LocalDate today, List<Violation> found) {
        if (is == null || is.equals(was)) {
            return;
        }
        if (was != null && is.isBefore(was)) {
            found.add(new Violation(field, "amendment.earlier", VietnamTime.text(was)));
        } else if (!is.isAfter(today)) {
            found.add(new Violation(field, "plan.deadlinePassed", VietnamTime.text(is)));
        }
    }

    /** The same periods; of one that units have been given yet, the day stays. */
    private static void calendar(List<Period> was, List<Period> is, LocalDate today, List<Violation> found) {
        if (was.size() != is.size()) {
            found.add(new Violation("reportCalendar", "amendment.periods"));
            return;
        }
        for (int i = 0; i < was.size(); i++) {
            Period before = was.get(i);
            Period after = is.get(i);
            String field = "reportCalendar[" + i + "].";
            if (after.due() == null) {
                found.add(new Violation(field + "due", "required"));
            } else if (!before.equals(on(before, after))) {
                found.add(new Violation("reportCalendar[" + i + "]", "amendment.periods"));
            } else if (!before.due().equals(after.due())) {
                if (!before.opensOn().isAfter(today)) {
                    found.add(new Violation(field + "due", "amendment.periodOpen", before.period()));
                }
                later(field + "due", before.due(), after.due(), today, found);
            }
        }
    }

    /** The period due when the other is; one that does not say when it opens opens with it. */
    private static Period on(Period other, Period period) {
        return new Period(
                period.period(),
                period.dataFrom(),
                period.dataTo(),
                other.due(),
                period.opens() == null || period.opens().equals(other.opensOn()) ? other.opens() : period.opens());
    }

    /** The amended plan whose periods open when they did, though their due day may lie in another month. */
    static PlanContent openingAsBefore(PlanContent before, PlanContent after) {
        ObjectNode plan = FormData.toNode(after);
        for (int i = 0; i < after.reportCalendar().size(); i++) {
            Period period = after.reportCalendar().get(i);
            Period was = before.reportCalendar().get(i);
            if (!period.due().equals(was.due())) {
                ((ObjectNode) plan.withArray("reportCalendar").get(i))
                        .put("opens", was.opensOn().toString());
            }
        }
        return FormData.read(plan, PlanContent.class);
    }
}
