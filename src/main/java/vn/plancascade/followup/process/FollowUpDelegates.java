package vn.plancascade.followup.process;

import static vn.plancascade.followup.process.Watches.lastRound;
import static vn.plancascade.followup.process.Watches.watched;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.plancascade.followup.domain.DeadlineWatch;
import vn.plancascade.followup.domain.FollowUps;
import vn.plancascade.notification.Stage;

/** The service tasks of the watch, by the names that the model calls them. One round is one transaction. */
@Configuration(proxyBeanMethods = false)
class FollowUpDelegates {

    @Bean
    JavaDelegate decideStagesDelegate(DeadlineWatch watch, Clock clock) {
        return execution -> {
            Instant now = clock.instant();
            List<Stage> stages = watch.stages(watched(execution), lastRound(execution), now);
            execution.setVariable(FollowUpModel.STAGES, Variables.untypedValue(stages, true));
            execution.setVariable(FollowUpModel.ROUND_AT, Date.from(now));
        };
    }

    @Bean
    JavaDelegate remindDelegate(DeadlineWatch watch) {
        return execution -> watch.remind(watched(execution), stages(execution));
    }

    @Bean
    JavaDelegate escalateDelegate(DeadlineWatch watch) {
        return execution -> watch.escalate(watched(execution), stages(execution));
    }

    @Bean
    JavaDelegate openFollowUpsDelegate(FollowUps followUps) {
        return execution -> followUps.update(watched(execution), lastRound(execution));
    }

    @SuppressWarnings("unchecked")
    private static List<Stage> stages(DelegateExecution execution) {
        return (List<Stage>) execution.getVariable(FollowUpModel.STAGES);
    }
}
