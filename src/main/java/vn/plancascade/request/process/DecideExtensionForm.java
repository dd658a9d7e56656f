package vn.plancascade.request.process;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.deadline.PlanTermsSource;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.request.ExtensionRequest;
import vn.plancascade.request.domain.AskedExtensions;
import vn.plancascade.worklist.FormData;
import vn.plancascade.worklist.WorkForm;
import vn.plancascade.worklist.WorkItem;

/** An inspector grants or refuses what a unit asks for. */
@Component
class DecideExtensionForm implements WorkForm {

    private final AskedExtensions requests;
    private final Obligations obligations;
    private final PlanTermsSource plans;
    private final Organisation organisation;

    DecideExtensionForm(
            AskedExtensions requests, Obligations obligations, PlanTermsSource plans, Organisation organisation) {
        this.requests = requests;
        this.obligations = obligations;
        this.plans = plans;
        this.organisation = organisation;
    }

    @Override
    public String taskKey() {
        return RequestModel.DECIDE_EXTENSION;
    }

    @Override
    public ObjectNode prefill(WorkItem item, Actor actor) {
        return FormData.toNode(new Data(null, requests.open(item.subject()).until(), null));
    }

    @Override
    public ObjectNode shown(WorkItem item, Actor actor) {
        ExtensionRequest request = requests.open(item.subject());
        Obligation duty = obligations.get(item.subject());
        return FormData.object()
                .put("unitName", duty.unitName())
                .put("planNumber", plans.terms(duty.planId()).documentNumber())
                .put("lastDayNow", VietnamTime.text(duty.lastDay()))
                .put("askedUntil", VietnamTime.text(request.until()))
                .put("limitDay", VietnamTime.text(requests.limit(request)))
                .put("askedBy", organisation.nameOf(request.askedBy()))
                .put("askedReason", request.reason());
    }

    @Override
    public Class<?> content() {
        return Data.class;
    }

    @Override
    public Map<String, Object> complete(WorkItem item, ObjectNode sent, Actor actor) {
        FormData.checkSizes(sent);
        Data data = FormData.read(sent, Data.class);
        String comment = FormData.comment(sent);
        if (data.decision() == null) {
            throw new InvalidInput("decision", "required");
        }
        switch (data.decision()) {
            case grant -> requests.grant(actor, item.subject(), data.until(), Names.clean(comment));
            case refuse -> {
                if (comment == null) {
                    throw new InvalidInput("comment", "request.commentRequired");
                }
                requests.refuse(actor, item.subject(), comment);
            }
        }
        return Map.of(RequestModel.DECISION, data.decision().name());
    }

    /** @param until the new deadline, where it is granted */
    record Data(Answer decision, LocalDate until, String comment) {}

    enum Answer {
        grant,
        refuse
    }
}
