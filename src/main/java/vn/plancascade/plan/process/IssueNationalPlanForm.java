package vn.plancascade.plan.process;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.plancascade.document.OfficialDocument;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.plan.DryRun;
import vn.plancascade.plan.NationalPlan;
import vn.plancascade.plan.NationalPlans;
import vn.plancascade.plan.PlanContent;
import vn.plancascade.plan.domain.PlanPapers;
import vn.plancascade.plan.domain.PlanSteps;
import vn.plancascade.plan.domain.SubPlans;
import vn.plancascade.worklist.DocumentForm;
import vn.plancascade.worklist.FormData;
import vn.plancascade.worklist.IssuingFields;
import vn.plancascade.worklist.WorkItem;

@Component
class IssueNationalPlanForm implements DocumentForm {

    private final PlanSteps plans;
    private final PlanPapers papers;
    private final IssuingFields fields;
    private final NationalPlans register;
    private final MessageSource messages;
    private final Clock clock;

    IssueNationalPlanForm(
            PlanSteps plans,
            PlanPapers papers,
            IssuingFields fields,
            @Lazy NationalPlans register,
            MessageSource messages,
            Clock clock) {
        this.clock = clock;
        this.register = register;
        this.messages = messages;
        this.plans = plans;
        this.papers = papers;
        this.fields = fields;
    }

    @Override
    public String taskKey() {
        return PlanModel.ISSUE_NATIONAL_PLAN;
    }

    @Override
    public ObjectNode prefill(WorkItem item, Actor actor) {
        PlanContent plan = plans.plan(item.subject()).content();
        return FormData.toNode(new Data(
                plan.documentNumber(),
                plan.documentDate() == null ? VietnamTime.dayOf(clock.instant()) : plan.documentDate(),
                plan.signatory(),
                plan.subPlanDeadline(),
                null));
    }

    @Override
    public ObjectNode shown(WorkItem item, Actor actor) {
        return FormData.object()
                .put("subject", plans.plan(item.subject()).content().subject())
                .put("dryRun", forecast(item.subject(), actor));
    }

    /** What issuing would do; empty where the plan lacks what it takes to know. */
    private String forecast(long planId, Actor actor) {
        Locale locale = LocaleContextHolder.getLocale();
        try {
            DryRun run = register.dryRun(actor, planId);
            String sentence = messages.getMessage(
                    "page.task.dryRun",
                    new Object[] {run.total(), VietnamTime.text(run.lastDay()), run.workingDaysLeft()},
                    locale);
            return Stream.concat(
                            Stream.of(sentence),
                            run.warnings().stream()
                                    .map(warning ->
                                            messages.getMessage("problem." + warning.code(), warning.args(), locale)))
                    .collect(Collectors.joining("\n"));
        } catch (InvalidInput incomplete) {
            return "";
        }
    }

    @Override
    public OfficialDocument document(WorkItem item, ObjectNode data, Actor actor) {
        NationalPlan plan = plans.plan(item.subject());
        return papers.national(plan.unitCode(), plan.content(), true);
    }

    @Override
    public void arrange(ObjectNode form, WorkItem item, Actor actor) {
        fields.offer(form, plans.plan(item.subject()).unitCode(), SubPlans.SERIES);
    }

    @Override
    public boolean isForAllUnits() {
        return true;
    }

    @Override
    public Class<?> content() {
        return Data.class;
    }

    @Override
    public Map<String, Object> complete(WorkItem item, ObjectNode sent, Actor actor) {
        FormData.checkSizes(sent);
        Data data = FormData.read(sent, Data.class);
        plans.issue(
                item.subject(),
                actor,
                data.documentNumber(),
                data.documentDate(),
                data.signatory(),
                data.subPlanDeadline(),
                data.workingDaysFromIssue());
        return Map.of();
    }

    /** @param workingDaysFromIssue sets the deadline instead of the day given, where it is not null */
    record Data(
            String documentNumber,
            LocalDate documentDate,
            String signatory,
            LocalDate subPlanDeadline,
            Integer workingDaysFromIssue) {}
}
