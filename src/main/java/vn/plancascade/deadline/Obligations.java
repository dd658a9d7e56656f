package vn.plancascade.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.organisation.Scope;
import vn.plancascade.organisation.UnitKind;

/**
 * The register of duties. Each step is written in the caller's transaction and names the states it may start from; where
 * the duty is in none of them, somebody was faster: {@link vn.plancascade.kernel.Conflict}, nothing changed.
 */
public interface Obligations {

    /**
     * Writes the duties of all units that exist on the day, in one statement; returns how many.
     *
     * @param top null: everybody begins at once. Otherwise the plan goes tier by tier: a unit's sub-plan waits, without a
     *     deadline, for that of the unit it reports to, unless that is this one, which watches the plan for the ministry
     */
    int assign(long planId, List<DutyRule> rules, LocalDate day, String top);

    /**
     * Gives the planned reports of one period their own due moment where that many units at least that owe something stand
     * above and including the reporting one, not counting {@code top}; returns how many.
     */
    int dueByTier(long planId, String period, String top, int tier, Instant dueAt);

    /** Writes one duty of one unit, and returns its id. */
    long assignOne(long planId, DutyKind kind, String period, String unitCode, Instant opensAt, Instant dueAt);

    /** The kinds of the units whose sub-plans wait for this superior, or for any where it is null. */
    List<UnitKind> kindsWaitingFor(long planId, String superior);

    /** Gives the waiting sub-plans of one kind of unit their deadline, so that they can start; returns how many. */
    int released(long planId, String superior, UnitKind kind, Instant dueAt);

    Optional<Obligation> find(long id);

    /** @throws vn.plancascade.kernel.NotFound if there is no such duty */
    Obligation get(long id);

    /** The units that owe these duties, by the duty's id. */
    Map<Long, String> unitsOf(Collection<Long> ids);

    /** The unit's duty of one kind and period. */
    Optional<Obligation> find(long planId, DutyKind kind, String period, String unitCode);

    /** The unit's sub-plan under a plan. */
    Optional<Obligation> subPlan(long planId, String unitCode);

    Page<Obligation> search(ObligationQuery query, Scope scope, PageRequest page);

    List<ObligationEvent> history(long id);

    Progress progress(long planId, DutyKind kind, Scope scope);

    /** Counts by kind of unit or province code or any other grouping, keyed by its value. */
    default Map<String, Progress> summary(Long planId, SummaryBy by, Scope scope) {
        return summary(planId, null, by, scope);
    }

    /** The same for the duties of one plan and one kind; null means any. */
    Map<String, Progress> summary(Long planId, DutyKind kind, SummaryBy by, Scope scope);

    /**
     * Takes up to n duties whose case has not been started; nobody else gets them until the transaction ends.
     *
     * @param period null for any
     * @return id and unit, in the order of ids
     */
    List<Unstarted> takeUnstarted(long planId, DutyKind kind, String period, int n);

    /** Whether duties are left whose case has not been started and has not failed to; of any period where it is null. */
    boolean anyUnstarted(long planId, DutyKind kind, String period);

    /** Notes which process instance carries the duty, whatever its state. */
    void carriedBy(long id, String processInstance);

    /** Whether the case of any duty of the plan could not be started. */
    boolean anyFailedStart(long planId);

    /** The duties whose cases were opened, with their process instances. */
    void started(Map<Long, String> processInstances);

    void startFailed(long id, String error);

    /** Puts duties that could not be started back into the queue; returns how many. */
    int retryFailed(long planId);

    void submitted(long id, String actor);

    void returned(long id, String actor, String comment);

    void approved(long id, String actor, String comment);

    void issued(long id, String actor, String documentNumber, LocalDate documentDate, String signatory);

    /** Issues a sub-plan that was signed outside, from whichever step its case had reached. */
    void issuedOutside(long id, String actor, String documentNumber, LocalDate documentDate, String signatory);

    /**
     * Keeps how an issued document was signed.
     *
     * @param form KT, TL or TUQ; null where the head signed in person
     * @param signedFor login of the head in whose place it was signed, or null
     * @param block what stands above the signature, line by line
     * @param inWords both names, for the history; null where the head signed in person
     */
    void signed(long id, String form, String signedFor, String block, String inWords);

    /** Notes in the history in whose place somebody acted. */
    void actedInstead(long id, String actor, String inWords);

    Optional<Signature> signature(long id);

    /** How a document was signed; see {@link #signed}. */
    record Signature(String form, String signedFor, List<String> block) {}

    /** Notes in the history that a signed copy was added, with its file's name. */
    void signedCopyAdded(long id, String actor, String fileName);

    /** The superior takes an issued report over. */
    void accepted(long id, String actor, String comment);

    /** The superior wants an issued report replaced. */
    void revisionRequested(long id, String actor, String comment);

    /** Adds a line to the history that changes nothing; each event has its text. */
    void noted(long id, String event, String actor, String detail);

    void withdrawn(long id, String actor, String reason);

    void waived(long id, String actor, String reason);

    /** Moves the due moment of a duty that is still owed, if it is still the one given. */
    void extended(long id, String actor, Instant from, Instant to, String reason);

    /** Notes that the due moment has passed, if the duty is still owed and it really has. */
    void deadlinePassed(long id);

    /** Ends all duties of a plan that have no case. */
    void withdrawWithoutCase(long planId, String actor, String reason);

    /** Up to n open cases of the plan, for its withdrawal. */
    List<Obligation> openCases(long planId, int n);

    /** Whether the plan has any duty that is still owed. */
    boolean anyUnsettled(long planId);

    /** The same for the duties of one kind and period. */
    boolean anyUnsettled(long planId, DutyKind kind, String period);

    /** Notes in the histories of these duties that an inspector has dealt with them being overdue. */
    void followedUp(Collection<Long> ids, String actor, String note);

    /** A duty that waits for its case. */
    record Unstarted(long id, String unitCode) {}

    /** What a summary groups by. */
    enum SummaryBy {
        unit,
        province,
        unitKind,
        period,
        state
    }
}
