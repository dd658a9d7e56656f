package vn.plancascade.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.plancascade.organisation.UnitKind;

/** Gives duties to units, and opens the cases that carry them. */
public interface DutyLaunch {

    /**
     * Writes the duties of all units that exist on the day, in one statement; returns how many.
     *
     * @param issuer the body that issued the plan
     * @param top the unit that watches the plan for the ministry; below it the tiers begin, each a unit that has duties
     * @param tierByTier whether a unit's sub-plan waits, without a deadline, for that of the unit it reports to, unless that
     *     is {@code top}; otherwise everybody begins at once
     */
    int assign(long planId, String issuer, List<DutyRule> rules, LocalDate day, String top, boolean tierByTier);

    /** The same for one unit alone; 0 where it does not exist on the day or owes nothing. */
    int assignTo(
            String unitCode,
            long planId,
            String issuer,
            List<DutyRule> rules,
            LocalDate day,
            String top,
            boolean tierByTier);

    /** The same, without tiers, for the units that have begun their sub-plan of this period, and were not let off. */
    int assignBeside(String period, long planId, String issuer, List<DutyRule> rules, LocalDate day);

    /** Writes one duty of one unit, and returns its id. */
    long assignOne(
            long planId, String issuer, DutyKind kind, String period, String unitCode, Instant opensAt, Instant dueAt);

    /** The kinds of the units whose sub-plans wait for this superior, or for any where it is null. */
    List<UnitKind> kindsWaitingFor(long planId, String superior);

    /** Gives the waiting sub-plans of one kind of unit their deadline, so that they can start; returns how many. */
    int released(long planId, String superior, UnitKind kind, Instant dueAt);

    /** Takes up to n duties whose case has not been started; nobody else gets them until the transaction ends. */
    List<Unstarted> take(Batch of, int n);

    /** Whether duties are left whose case has not been started and has not failed to. */
    boolean anyUnstarted(Batch of);

    /** How many wait for their case. */
    long unstarted(Batch of);

    /** The duties whose cases were opened, by id. */
    void started(Map<Long, Opened> cases);

    void startFailed(long id, String error);

    /** Notes which process instance carries the duty, whatever its state. */
    void carriedBy(long id, String processInstance);

    /** Whether the case of any duty of the plan could not be started. */
    boolean anyFailedStart(long planId);

    /** Puts duties that could not be started back into the queue; returns how many. */
    int retryFailed(long planId, String actor);

    /**
     * Duties whose cases are opened together.
     *
     * @param period null for any
     */
    record Batch(long planId, DutyKind kind, String period) {}

    /**
     * A duty that waits for its case.
     *
     * @param dueAt null where it has no deadline
     */
    record Unstarted(long id, String unitCode, Instant dueAt) {}

    /**
     * An opened case.
     *
     * @param superiorCode the unit that takes its document over, or null
     */
    record Opened(String processInstance, String superiorCode) {}
}
