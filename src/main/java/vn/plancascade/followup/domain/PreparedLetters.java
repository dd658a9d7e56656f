package vn.plancascade.followup.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.PlanTermsSource;
import vn.plancascade.followup.ChasingLetter;
import vn.plancascade.notification.Stage;
import vn.plancascade.notification.Stage.Form;

/** Letters that the ladder has come to, put before the leader who may sign. */
@Service
public class PreparedLetters {

    private final LetterTable table;
    private final LetterUnits units;
    private final LetterWriters writers;
    private final LetterCases cases;
    private final LetterNews news;
    private final PlanTermsSource plans;

    PreparedLetters(
            LetterTable table,
            LetterUnits units,
            LetterWriters writers,
            LetterCases cases,
            LetterNews news,
            PlanTermsSource plans) {
        this.table = table;
        this.units = units;
        this.writers = writers;
        this.cases = cases;
        this.news = news;
        this.plans = plans;
    }

    /**
     * Prepares one letter of the plan's focal unit about what the stages that ask for one have come to, unless a letter was written about all
     * of it; it waits for the leader who may sign.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void prepare(Watched watched, Collection<Stage> come) {
        Set<Instant> due = come.stream()
                .filter(stage -> stage.form() == Form.letter)
                .map(Stage::dueAt)
                .collect(Collectors.toSet());
        String focal = plans.terms(watched.planId()).focalUnit();
        if (due.isEmpty() || watched.kind() == DutyKind.reportCycle || !writers.canSend(focal)) {
            return;
        }
        long id = table.prepare(watched, focal);
        if (units.addOverdue(id, watched, focal, due) == 0) {
            table.remove(id);
            return;
        }
        ChasingLetter letter = table.find(id).orElseThrow();
        cases.open(letter, true);
        news.tell(letter);
    }
}
