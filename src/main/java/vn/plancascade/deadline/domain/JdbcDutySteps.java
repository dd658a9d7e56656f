package vn.plancascade.deadline.domain;

import static vn.plancascade.kernel.VietnamTime.offset;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.DutyNote;
import vn.plancascade.deadline.DutyStep;
import vn.plancascade.deadline.DutySteps;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.kernel.Act;
import vn.plancascade.kernel.ActWord;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.SigningBlock;

/** The steps of a duty, each one statement guarded by the states it may start from, and a line in its history. */
@Service
@Transactional
class JdbcDutySteps implements DutySteps {

    private final NamedParameterJdbcTemplate jdbc;
    private final Obligations obligations;
    private final DutyMoves moves;
    private final DutyHistory history;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JdbcDutySteps(
            NamedParameterJdbcTemplate jdbc,
            Obligations obligations,
            DutyMoves moves,
            DutyHistory history,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.obligations = obligations;
        this.moves = moves;
        this.history = history;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void submitted(long id, String actor) {
        moves.step(id, DutyStep.submitted, actor, null, "submitted_at = :now", Map.of());
    }

    @Override
    public void submittedForReview(long id, String actor) {
        moves.step(id, DutyStep.submittedForReview, actor, null, "submitted_at = :now", Map.of());
    }

    @Override
    public void reviewed(long id, String actor, String comment) {
        moves.step(id, DutyStep.reviewed, actor, comment, "submitted_at = :now", Map.of());
    }

    @Override
    public void reviewTakenBack(long id, String actor) {
        moves.step(id, DutyStep.reviewTakenBack, actor, null, "submitted_at = :now", Map.of());
    }

    @Override
    public void returned(long id, String actor, String comment) {
        moves.step(id, DutyStep.returned, actor, comment, "times_returned = times_returned + 1", Map.of());
    }

    @Override
    public void approved(long id, String actor, String comment) {
        moves.step(id, DutyStep.approved, actor, comment, "approved_at = :now", Map.of());
    }

    @Override
    public void submissionTakenBack(long id, String actor) {
        moves.step(id, DutyStep.submissionTakenBack, actor, null, "submitted_at = null", Map.of());
    }

    @Override
    public void approvalTakenBack(long id, String actor) {
        moves.step(id, DutyStep.approvalTakenBack, actor, null, "approved_at = null", Map.of());
    }

    @Override
    public void issued(long id, String actor, String documentNumber, LocalDate documentDate, String signatory) {
        issue(id, DutyStep.issued, actor, documentNumber, documentDate, signatory);
    }

    @Override
    public void issuedOutside(long id, String actor, String documentNumber, LocalDate documentDate, String signatory) {
        issue(id, DutyStep.issuedOutside, actor, documentNumber, documentDate, signatory);
    }

    private void issue(long id, DutyStep step, String actor, String number, LocalDate date, String signatory) {
        Map<String, Object> values = new HashMap<>();
        values.put("number", number);
        values.put("date", date);
        values.put("signatory", signatory);
        moves.step(id, step, actor, number, """
                issued_at = :now, settled_at = case when kind <> 'unitReport' then :now end,
                document_number = :number, document_date = coalesce(document_date, :date), signatory = :signatory""", values);
        // Lateness goes by the document's date: the mark that the passing deadline set is taken back, and that is on
        // record.
        Obligation duty = obligations.get(id);
        if (!clock.instant().isBefore(duty.dueAt()) && !duty.late()) {
            history.add(id, DutyNote.enteredLate, null, null);
        }
    }

    @Override
    public void accepted(long id, String actor, String comment) {
        moves.step(id, DutyStep.accepted, actor, comment, "accepted_at = :now, settled_at = :now", Map.of());
    }

    @Override
    public void revisionRequested(long id, String actor, String comment) {
        moves.step(id, DutyStep.revisionRequested, actor, comment, "times_returned = times_returned + 1", Map.of());
    }

    @Override
    public void ended(long id, DutyStep step, String actor, String reason) {
        Obligation duty = obligations.get(id);
        if (duty.amendment() != null) {
            noted(id, DutyNote.amendmentGivenUp, actor, reason);
        } else if (!duty.settled()) {
            end(id, step, actor, reason);
        }
    }

    @Override
    public void waived(long id, String actor, String reason) {
        end(id, DutyStep.waived, actor, reason);
    }

    private void end(long id, DutyStep step, String actor, String reason) {
        moves.step(id, step, actor, reason, "settled_at = :now, reason = :reason", DutyMoves.reason(reason));
    }

    @Override
    public void withdrawWithoutCase(long planId, String actor, String reason) {
        String which = " where o.plan_id = :plan and o.process_instance_id is null and "
                + DutySql.mayStart(DutyStep.withdrawn);
        Map<String, Object> values = new HashMap<>(DutyMoves.reason(reason));
        values.put("plan", planId);
        values.put("now", offset(clock.instant()));
        values.put("actor", actor);
        values.put("event", DutyStep.withdrawn.name());
        values.put("state", DutyStep.withdrawn.to().name());
        jdbc.update("""
                insert into obligation_event (obligation_id, at, actor, event, detail)
                select o.id, cast(:now as timestamp with time zone), :actor, cast(:event as varchar(30)), :reason
                from obligation o""" + which, values);
        values.put("day", VietnamTime.dayOf(clock.instant()));
        jdbc.update(
                "update obligation o set state = :state, settled_at = :now, step_since = :now, reason = :reason, "
                        + UnitThen.settled(DutySql.settledBy(DutyStep.withdrawn)) + which,
                values);
    }

    @Override
    public void extended(long id, String actor, Instant from, Instant to, String reason) {
        moves.move(
                id,
                "due_at = :to, times_extended = times_extended + 1",
                "o.due_at = :from and " + DutySql.UNSETTLED,
                Map.of("from", offset(from), "to", offset(to)));
        history.add(id, DutyNote.extended, actor, reason, from, to);
        moves.tell(id, DutyNote.extended, actor, reason);
    }

    @Override
    public void reminded(long id, String actor, String reason) {
        moves.move(
                id,
                "reminded_on = :day",
                "(o.reminded_on is null or o.reminded_on < :day) and " + DutySql.UNSETTLED,
                Map.of());
        noted(id, DutyNote.reminded, actor, reason);
    }

    @Override
    public void deadlinePassed(long id) {
        if (obligations.get(id).overdue(clock.instant())) {
            noted(id, DutyNote.deadlinePassed, null, null);
        }
    }

    @Override
    public void signed(long id, SigningBlock block, String inWords) {
        Map<String, Object> values = new HashMap<>();
        values.put("form", block.form() == null ? null : block.form().name());
        values.put("for", block.signedFor());
        values.put("block", String.join("\n", block.lines()));
        moves.move(id, "signing_form = :form, signed_for = :for, signing_block = :block", "o.state = 'issued'", values);
        if (inWords != null) {
            history.add(id, DutyNote.signedFor, null, inWords);
        }
    }

    @Override
    public void noted(long id, DutyNote note, String actor, String detail) {
        if (note.isOfAmendment()) {
            Map<String, Object> values = new HashMap<>();
            values.put("id", id);
            values.put("amendment", amendment(note, obligations.get(id)));
            jdbc.update("update obligation set amendment = :amendment where id = :id", values);
        }
        history.add(id, note, actor, detail);
        moves.tell(id, note, actor, detail);
    }

    private static String amendment(DutyNote note, Obligation duty) {
        return note.amendment(duty.kind()) == null
                ? null
                : note.amendment(duty.kind()).name();
    }

    @Override
    public void followedUp(Collection<Long> ids, String actor, String note) {
        history.addToAll(ids, DutyNote.followedUp, actor, note);
        Collection<Obligation> duties = obligations.all(ids).values();
        duties.stream()
                .findFirst()
                .ifPresent(first -> events.publishEvent(Act.of(ActWord.overdueFollowedUp, actor)
                        .ofPlan(first.planId())
                        .inUnits(duties.stream().map(Obligation::unitCode).toList())
                        .about(duties.size())
                        .saying(note)));
    }

    @Override
    public void chased(Collection<Long> ids, String actor, String letter) {
        history.addToAll(ids, DutyNote.chased, actor, letter);
    }

    @Override
    public void seen(long id) {
        jdbc.update(
                "update obligation set first_seen_at = :now where id = :id and first_seen_at is null",
                Map.of("id", id, "now", offset(clock.instant())));
    }
}
