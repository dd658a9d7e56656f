package vn.plancascade.deadline;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.organisation.Scope;
import vn.plancascade.organisation.UnitKind;

/** Reads the register of duties. What moves a duty is in {@link DutySteps}, what gives it to units in {@link DutyLaunch}. */
public interface Obligations {

    Optional<Obligation> find(long id);

    /** @throws vn.plancascade.kernel.NotFound if there is no such duty */
    Obligation get(long id);

    /** These duties by their ids; those that are not there are left out. */
    Map<Long, Obligation> all(Collection<Long> ids);

    /** The unit's duty of one kind and period; one that it was let off only where there is no other. */
    Optional<Obligation> find(long planId, DutyKind kind, String period, String unitCode);

    /** The unit's sub-plan under a plan, without its supplements; likewise. */
    Optional<Obligation> subPlan(long planId, String unitCode);

    /** The unit's sub-plan under a plan, and its supplements after it. */
    List<Obligation> subPlans(long planId, String unitCode);

    Page<Obligation> search(ObligationQuery query, Scope scope, PageRequest page);

    /** The same with what those who watch duties ask for besides, to be read on from where it ended. */
    ObligationPage<WatchedDuty> watch(ObligationQuery query, Scope scope, PageRequest page);

    /** Hands out all that the query finds, in its order, as it is read; at one moment where the caller's transaction has one. */
    void each(ObligationQuery query, Scope scope, Consumer<WatchedDuty> reader);

    List<ObligationEvent> history(long id);

    Optional<Signature> signature(long id);

    Progress progress(long planId, DutyKind kind, Scope scope);

    /** Whether the duties of a plan have been written. */
    boolean isLaunched(long planId);

    /** Counts by kind of unit or province code or any other grouping, keyed by its value. */
    default Map<String, Progress> summary(Long planId, SummaryBy by, Scope scope) {
        return summary(planId, null, by, scope);
    }

    /** The same for the duties of one plan and one kind; null means any. */
    Map<String, Progress> summary(Long planId, DutyKind kind, SummaryBy by, Scope scope);

    /** Up to n duties of the plan of which anything is open, for its end: those still owed, and those that are being amended. */
    List<Obligation> open(long planId, int n);

    /** The latest moment at which anything that the plan's units still owe is due. */
    Optional<Instant> latestDue(long planId);

    /** Up to n duties that are still owed, for what a change of the plan does to them. */
    List<Obligation> owed(Owed which, int n);

    /**
     * Duties of one kind and period.
     *
     * @param kinds what the units were when they were given the duty
     * @param dueBefore only those due before this moment; null for all
     * @param originalDueAt only those that were first due at this moment; null for all
     */
    record Owed(
            long planId,
            DutyKind kind,
            String period,
            Collection<UnitKind> kinds,
            Instant dueBefore,
            Instant originalDueAt) {}

    /** Whether any duty of this kind and period has been approved, or issued, by a unit of one of these kinds. */
    boolean anyApproved(long planId, DutyKind kind, String period, Collection<UnitKind> kinds);

    /** Whether the plan has any duty that is still owed. */
    boolean anyUnsettled(long planId);

    /** The same for the duties of one kind and period. */
    boolean anyUnsettled(long planId, DutyKind kind, String period);

    /** How a document was signed; see {@link DutySteps#signed}. */
    record Signature(String form, String signedFor, List<String> block) {}

    /** What a summary groups by. */
    enum SummaryBy {
        unit,
        province,
        unitKind,
        period,
        state
    }
}
