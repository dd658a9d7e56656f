package vn.plancascade.report.process;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;
import vn.plancascade.report.domain.ReportCases;

/** The product's side of the processes {@code unitReport} and {@code reportCycle}. */
@Component
class EngineReportCases implements ReportCases {

    /** One incident a cycle, however many units it stands for; their names are in the obligations. */
    static final String INCIDENT = "unitReportStartFailed";

    private final RuntimeService runtime;

    EngineReportCases(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public String open(long obligationId, String unitCode, String superiorCode) {
        return runtime.startProcessInstanceByKey(
                        ReportModel.UNIT_REPORT,
                        Long.toString(obligationId),
                        Map.of(ReportModel.UNIT_CODE, unitCode, ReportModel.SUPERIOR_CODE, superiorCode))
                .getId();
    }

    @Override
    public String openCycle(long obligationId, String focalUnit, String issuer) {
        return runtime.startProcessInstanceByKey(
                        ReportModel.REPORT_CYCLE,
                        Long.toString(obligationId),
                        Map.of(ReportModel.UNIT_CODE, focalUnit, ReportModel.ISSUER_CODE, issuer))
                .getId();
    }

    @Override
    public void allSettled(long cycle) {
        tell(ReportModel.MESSAGE_ALL_SETTLED, cycle);
    }

    @Override
    public void lateArrival(long cycle) {
        tell(ReportModel.MESSAGE_LATE_ARRIVAL, cycle);
    }

    /** To all that wait, which may be none: the cycle may be at another step, which looks for itself. */
    private void tell(String message, long cycle) {
        runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(Long.toString(cycle))
                .correlateAll();
    }

    @Override
    public void reportFailedStart(long cycle, String unitCode) {
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processDefinitionKey(ReportModel.REPORT_CYCLE)
                .processInstanceBusinessKey(Long.toString(cycle))
                .singleResult();
        if (instance != null
                && runtime.createIncidentQuery()
                                .processInstanceId(instance.getId())
                                .incidentType(INCIDENT)
                                .count()
                        == 0) {
            runtime.createIncident(INCIDENT, instance.getId(), Long.toString(cycle), unitCode);
        }
    }
}
