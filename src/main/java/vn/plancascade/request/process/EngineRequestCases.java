package vn.plancascade.request.process;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.plancascade.organisation.Actor;
import vn.plancascade.request.ExtensionRequest;
import vn.plancascade.request.domain.RequestCases;
import vn.plancascade.worklist.WorkItem;
import vn.plancascade.worklist.Worklist;

/** The product's side of the process {@code extensionRequest}. */
@Component
class EngineRequestCases implements RequestCases {

    private final RuntimeService runtime;
    private final Worklist worklist;

    EngineRequestCases(RuntimeService runtime, @Lazy Worklist worklist) {
        this.runtime = runtime;
        this.worklist = worklist;
    }

    @Override
    public void open(ExtensionRequest request, String issuer) {
        runtime.startProcessInstanceByKey(
                RequestModel.EXTENSION_REQUEST,
                Long.toString(request.obligation()),
                Map.of(
                        RequestModel.UNIT_CODE,
                        request.deciderUnit(),
                        RequestModel.ISSUER_CODE,
                        issuer,
                        RequestModel.WITHIN_LIMIT,
                        !request.beyondLimit()));
    }

    @Override
    public void over(long obligation) {
        // To all that wait, which is one: a duty has one open request.
        runtime.createMessageCorrelation(RequestModel.MESSAGE_REQUEST_OVER)
                .processInstanceBusinessKey(Long.toString(obligation))
                .correlateAll();
    }

    @Override
    public Optional<String> task(Actor actor, long obligation) {
        return runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(RequestModel.EXTENSION_REQUEST)
                .processInstanceBusinessKey(Long.toString(obligation))
                .list()
                .stream()
                .findFirst()
                .flatMap(one -> worklist.ofCase(actor, one.getId()))
                .map(WorkItem::id);
    }
}
