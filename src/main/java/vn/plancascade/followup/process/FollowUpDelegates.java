package vn.plancascade.followup.process;

import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.plancascade.followup.domain.DeadlineWatch;
import vn.plancascade.followup.domain.Digests;
import vn.plancascade.followup.domain.FollowUps;
import vn.plancascade.followup.domain.Round;

/** The service tasks of the watch, by the names that the model calls them. One round is one transaction. */
@Configuration(proxyBeanMethods = false)
class FollowUpDelegates {

    @Bean
    JavaDelegate openRoundDelegate(Clock clock) {
        return execution -> {
            execution.setVariable(FollowUpModel.ROUND_BEFORE, execution.getVariable(FollowUpModel.ROUND_AT));
            execution.setVariable(FollowUpModel.ROUND_AT, Date.from(clock.instant()));
        };
    }

    @Bean
    JavaDelegate remindDelegate(DeadlineWatch watch) {
        return execution -> watch.remind(round(execution));
    }

    @Bean
    JavaDelegate escalateDelegate(DeadlineWatch watch) {
        return execution -> watch.escalate(round(execution));
    }

    @Bean
    JavaDelegate openFollowUpsDelegate(FollowUps followUps) {
        return execution -> followUps.update(round(execution));
    }

    @Bean
    JavaDelegate sendDigestsDelegate(Digests digests) {
        return execution -> digests.send(round(execution));
    }

    private static Round round(DelegateExecution execution) {
        return new Round(
                Watches.watched(execution),
                Watches.moment(execution, FollowUpModel.ROUND_BEFORE),
                Watches.moment(execution, FollowUpModel.ROUND_AT));
    }
}
