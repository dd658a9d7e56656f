package vn.plancascade.plan.process;

import java.util.List;
import vn.plancascade.plan.domain.PlanDrafting;
import vn.plancascade.worklist.FormSection;

/** The sections in which the draft of the ministry's plan is written; their parts are those of its form file. */
final class NationalPlanSections {

    static final List<FormSection> ALL = List.of(
            FormSection.of("document", "group_document"),
            FormSection.list("tasks"),
            FormSection.list("assignments"),
            FormSection.of("organisation", "group_organisation"),
            FormSection.of(PlanDrafting.DEADLINES, "group_subPlans", "duties"),
            FormSection.of(PlanDrafting.REPORTS, "reportCalendar", "group_reports"),
            FormSection.list("indicators"),
            FormSection.of("recipients", "group_recipients", "stepTargets"));

    private NationalPlanSections() {}
}
