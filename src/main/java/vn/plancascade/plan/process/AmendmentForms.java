package vn.plancascade.plan.process;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.plancascade.plan.Amendment;
import vn.plancascade.plan.Amendments;
import vn.plancascade.plan.NationalPlan;
import vn.plancascade.plan.domain.AmendmentSteps;
import vn.plancascade.worklist.FormData;
import vn.plancascade.worklist.RoundChange;
import vn.plancascade.worklist.WorkItem;

/** What the forms of an amendment's tasks have in common: which amendment it is, and what it changes. */
@Component
class AmendmentForms {

    private final AmendmentSteps steps;
    private final Amendments amendments;
    private final RuntimeService runtime;
    private final MessageSource messages;

    AmendmentForms(AmendmentSteps steps, @Lazy Amendments amendments, RuntimeService runtime, MessageSource messages) {
        this.steps = steps;
        this.amendments = amendments;
        this.runtime = runtime;
        this.messages = messages;
    }

    Amendment amendment(WorkItem item) {
        return steps.amendment((Long) runtime.getVariable(item.processInstanceId(), AmendmentModel.AMENDMENT_ID));
    }

    /** The plan and each change against what is in force. */
    ObjectNode shown(Amendment amendment) {
        NationalPlan plan = steps.plan(amendment);
        ObjectNode shown = FormData.object()
                .put("planNumber", plan.content().documentNumber())
                .put("planSubject", plan.content().subject());
        ArrayNode changes = shown.putArray("changes");
        Locale locale = LocaleContextHolder.getLocale();
        List<RoundChange> all = amendments.changes(amendment, locale);
        all.forEach(change -> changes.addObject()
                .put("item", change.item() == null ? "" : change.item())
                .put("field", change.field() == null ? "" : messages.getMessage(change.field(), null, locale))
                .put("before", change.before() == null ? "" : change.before())
                .put("now", change.now() == null ? "" : change.now()));
        return shown;
    }
}
