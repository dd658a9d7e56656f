package vn.plancascade.followup.domain;

import java.time.Clock;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.Extensions;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.followup.Chasing;
import vn.plancascade.followup.ChasingLetter;
import vn.plancascade.kernel.Act;
import vn.plancascade.kernel.ActWord;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Unit;

/** Puts units that somebody chooses on a letter. */
@Service
@Transactional
class GatheredLetters implements Chasing {

    private final LetterTable table;
    private final LetterUnits units;
    private final LetterCases cases;
    private final LetterWriters writers;
    private final Extensions extensions;
    private final Organisation organisation;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    GatheredLetters(
            LetterTable table,
            LetterUnits units,
            LetterCases cases,
            LetterWriters writers,
            Extensions extensions,
            Organisation organisation,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.units = units;
        this.cases = cases;
        this.writers = writers;
        this.extensions = extensions;
        this.organisation = organisation;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void chase(Actor actor, long id, Letters letters) {
        Obligation duty = chased(actor, id);
        Watched watched = new Watched(duty.planId(), duty.kind(), duty.period());
        String unit = writers.of(actor, duty);
        String to = letters == Letters.bySuperior ? writers.departmentOfHealth(duty.unitCode()) : null;
        Optional<ChasingLetter> open = table.open(watched, unit, to);
        boolean begun =
                open.isEmpty() && table.begin(watched, unit, to, actor.login(), ChasedFacts.contact(actor.person()));
        ChasingLetter letter =
                open.or(() -> table.open(watched, unit, to)).orElseThrow(() -> new Conflict("task.done"));
        units.add(letter.id(), id, duty.dueAt());
        if (begun) {
            cases.open(letter, false);
        }
        events.publishEvent(Act.of(ActWord.letterGathered, actor.login())
                .ofPlan(duty.planId())
                .ofDuty(id)
                .inUnit(duty.unitCode())
                .about(letter.id()));
    }

    @Override
    @Transactional(readOnly = true)
    public void check(Actor actor, long id) {
        chased(actor, id);
    }

    private Obligation chased(Actor actor, long id) {
        Obligation duty = extensions.decidable(actor, id);
        if (duty.kind() == DutyKind.reportCycle) {
            throw new Conflict("chase.ownReport");
        }
        if (!duty.overdue(clock.instant()) || duty.processInstanceId() == null) {
            throw new Conflict("chase.notOverdue");
        }
        if (!units.openLetters(id).isEmpty()) {
            throw new Conflict("chase.open");
        }
        String unit = writers.of(actor, duty);
        if (!writers.canSend(unit)) {
            throw new Conflict(
                    "chase.nobodySigns", organisation.unit(unit).map(Unit::name).orElse(unit));
        }
        return duty;
    }
}
