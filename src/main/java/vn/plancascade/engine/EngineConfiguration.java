package vn.plancascade.engine;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.spring.boot.starter.configuration.impl.DefaultJobConfiguration;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.springframework.beans.BeanUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskExecutor;

/** What the starter's properties cannot say. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    @Bean
    Clock clock() {
        return new EngineClock();
    }

    /** The starter's job executor with all its settings, as one that knows what it has in hand. */
    @Bean
    TrackedJobExecutor jobExecutor(TaskExecutor camundaTaskExecutor, CamundaBpmProperties properties) {
        TrackedJobExecutor executor = new TrackedJobExecutor();
        BeanUtils.copyProperties(
                DefaultJobConfiguration.JobConfiguration.jobExecutor(camundaTaskExecutor, properties), executor);
        return executor;
    }

    @Bean
    ProcessEnginePlugin enginePartsPlugin() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                configuration.setCustomSessionFactories(List.of(new EntityManagers()));
                List<BpmnParseListener> listeners = configuration.getCustomPreBPMNParseListeners();
                if (listeners == null) {
                    listeners = new ArrayList<>();
                    configuration.setCustomPreBPMNParseListeners(listeners);
                }
                listeners.add(new StepGuard());
            }
        };
    }

    /** The starter would build the engine before Liquibase has made its tables (ENGINE-03057). */
    @Bean
    static EngineAfter engineAfterLiquibase() {
        return new EngineAfter("liquibase");
    }
}
