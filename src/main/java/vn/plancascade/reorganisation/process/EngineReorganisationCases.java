package vn.plancascade.reorganisation.process;

import java.util.Date;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.plancascade.reorganisation.domain.ReorganisationCases;
import vn.plancascade.reorganisation.domain.Reorganisations;

/** The product's side of the process {@code reorganisation}. */
@Configuration(proxyBeanMethods = false)
class EngineReorganisationCases {

    @Bean
    ReorganisationCases reorganisationCases(RuntimeService runtime) {
        return id -> runtime.startProcessInstanceByKey(ReorganisationModel.REORGANISATION, Long.toString(id));
    }

    @Bean
    JavaDelegate carryOutReorganisationDelegate(Reorganisations reorganisations) {
        return execution -> reorganisations.carryOut(subject(execution));
    }

    @Bean
    ReorganisationCalendar reorganisationCalendar(Reorganisations reorganisations) {
        return new ReorganisationCalendar(reorganisations);
    }

    private static long subject(DelegateExecution execution) {
        return Long.parseLong(execution.getProcessBusinessKey());
    }

    /** What the model's timer waits for. */
    public static final class ReorganisationCalendar {

        private final Reorganisations reorganisations;

        ReorganisationCalendar(Reorganisations reorganisations) {
            this.reorganisations = reorganisations;
        }

        public Date day(String businessKey) {
            return Date.from(reorganisations.day(Long.parseLong(businessKey)));
        }
    }
}
