package vn.plancascade.followup.process;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import vn.plancascade.followup.ChasingLetter;
import vn.plancascade.followup.domain.LetterCases;
import vn.plancascade.followup.domain.LetterMails;

/** The product's side of the process {@code chasingLetter}. */
@Component
class EngineLetterCases implements LetterCases {

    private final RuntimeService runtime;

    EngineLetterCases(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public void open(ChasingLetter letter, boolean prepared) {
        runtime.startProcessInstanceByKey(
                ChasingLetterModel.CHASING_LETTER,
                Long.toString(letter.plan()),
                Map.of(
                        ChasingLetterModel.LETTER_ID,
                        letter.id(),
                        ChasingLetterModel.UNIT_CODE,
                        letter.unit(),
                        ChasingLetterModel.PREPARED,
                        prepared));
    }

    @Override
    public void over(long letter) {
        runtime.createMessageCorrelation(ChasingLetterModel.MESSAGE_LETTER_OVER)
                .processInstanceVariableEquals(ChasingLetterModel.LETTER_ID, letter)
                .correlateAll();
    }

    @Bean
    static JavaDelegate sendChasingLetterDelegate(LetterMails mails) {
        return execution -> mails.send((Long) execution.getVariable(ChasingLetterModel.LETTER_ID));
    }
}
