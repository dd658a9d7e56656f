package vn.plancascade.followup.process;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import vn.plancascade.followup.domain.DeployedPolicies;
import vn.plancascade.followup.domain.StagePolicy;

@Component
class EngineDeployedPolicies implements DeployedPolicies {

    private static final String FILE = FollowUpModel.DEADLINE_POLICY + ".dmn";

    /** Apart from the process engine's, which writes history of what it is asked. */
    private final DmnEngine trial =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    private final RepositoryService repository;

    EngineDeployedPolicies(RepositoryService repository) {
        this.repository = repository;
    }

    @Override
    public String own() {
        try {
            return new ClassPathResource("processes/followup/" + FILE).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    @Override
    public StagePolicy tried(String content) {
        DmnDecision decision = trial.parseDecision(
                FollowUpModel.DEADLINE_POLICY, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
        return (kind, workingDays, daysWaiting, weekday) -> DmnStagePolicy.decided(trial.evaluateDecisionTable(
                decision, DmnStagePolicy.variables(kind, workingDays, daysWaiting, weekday)));
    }

    @Override
    public String deploy(String content) {
        String deployment = repository
                .createDeployment()
                .name(FollowUpModel.DEADLINE_POLICY)
                .addString(FILE, content)
                .deploy()
                .getId();
        return repository
                .createDecisionDefinitionQuery()
                .deploymentId(deployment)
                .singleResult()
                .getId();
    }
}
