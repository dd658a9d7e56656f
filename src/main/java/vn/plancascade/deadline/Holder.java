package vn.plancascade.deadline;

import static vn.plancascade.deadline.Holder.Whose.issuer;
import static vn.plancascade.deadline.Holder.Whose.own;
import static vn.plancascade.deadline.Holder.Whose.superior;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.plancascade.organisation.Person;
import vn.plancascade.organisation.Role;

/**
 * Who holds the work on a duty: the only table that says so, for pages, REST, mails, follow-up and escalation. The models'
 * candidate groups and the view {@code open_duty}, which says the same to set-based statements, are compared with it by test.
 *
 * @param roles those who may do the task, the first of them by whom lists name it
 * @param standIn who may do it too, and whose work it is while nobody holds the first role; null for most tasks
 * @param whose the unit in which they hold the role
 * @param taskKey the user task that waits, as the model names it
 */
public record Holder(List<Role> roles, Role standIn, Whose whose, String taskKey) {

    /** The step between drafter and head; the only one that a stand-in may do. */
    private static final Holder REVIEWS = new Holder(List.of(Role.reviewer), Role.head, own, "userTask_reviewSubPlan");

    private Holder(List<Role> roles, Whose whose, String taskKey) {
        this(roles, null, whose, taskKey);
    }

    /** Which unit's people hold the work. */
    public enum Whose {
        /** Those of the unit that owes the duty. */
        own,
        /** Those of the body that issued the plan. */
        issuer,
        /** Those of the unit that takes the document over. */
        superior
    }

    public Role role() {
        return roles.get(0);
    }

    /** All who may do the task. */
    public List<Role> allowed() {
        return Stream.concat(roles.stream(), Stream.ofNullable(standIn)).toList();
    }

    /** Those in whose hands the work is, by who holds a role in the unit today: the first one's, or else the stand-in's. */
    public List<Person> people(Function<Role, List<Person>> holding) {
        List<Person> first = holding.apply(role());
        return first.isEmpty() && standIn != null ? holding.apply(standIn) : first;
    }

    /** Who holds a duty now, or what amends it; nobody while it waits for its case, and once it is settled. */
    public static Optional<Holder> of(Obligation duty) {
        return of(duty.kind(), duty.amendment() == null ? duty.state() : duty.amendment());
    }

    /** @param state of the duty, or of what amends it */
    public static Optional<Holder> of(DutyKind kind, ObligationState state) {
        return switch (state) {
            case drafting, revisionRequested -> Optional.of(drafts(kind));
            case awaitingReview -> kind == DutyKind.subPlan ? Optional.of(REVIEWS) : Optional.empty();
            case awaitingApproval -> Optional.of(approves(kind));
            case awaitingIssue -> Optional.of(issues(kind));
            case issued ->
                kind == DutyKind.unitReport
                        ? Optional.of(new Holder(
                                List.of(Role.drafter, Role.inspector), superior, "userTask_acceptUnitReport"))
                        : Optional.empty();
            case planned, waitingForSuperior, startFailed, accepted, waived, notRequired, withdrawn, notAccomplished ->
                Optional.empty();
        };
    }

    /** Who does a user task of a duty's case, by the task's id in its model. */
    public static Optional<Holder> ofTask(String taskKey) {
        return Arrays.stream(DutyKind.values())
                .flatMap(kind -> Arrays.stream(ObligationState.values()).flatMap(state -> of(kind, state).stream()))
                .filter(holder -> holder.taskKey.equals(taskKey))
                .findFirst();
    }

    /** The tasks that somebody may do in another's place. */
    public static List<Holder> standingIn() {
        return List.of(REVIEWS);
    }

    private static Holder drafts(DutyKind kind) {
        return switch (kind) {
            case subPlan -> new Holder(List.of(Role.drafter), own, "userTask_draftSubPlan");
            case unitReport -> new Holder(List.of(Role.drafter), own, "userTask_draftUnitReport");
            case reportCycle -> new Holder(List.of(Role.drafter, Role.inspector), own, "userTask_consolidateReport");
        };
    }

    private static Holder approves(DutyKind kind) {
        return switch (kind) {
            case subPlan -> new Holder(List.of(Role.head), own, "userTask_approveSubPlan");
            case unitReport -> new Holder(List.of(Role.head), own, "userTask_approveUnitReport");
            case reportCycle -> new Holder(List.of(Role.ministryLeader), issuer, "userTask_approveConsolidatedReport");
        };
    }

    private static Holder issues(DutyKind kind) {
        return switch (kind) {
            case subPlan -> new Holder(List.of(Role.clerk), own, "userTask_issueSubPlan");
            case unitReport -> new Holder(List.of(Role.clerk), own, "userTask_issueUnitReport");
            case reportCycle -> new Holder(List.of(Role.clerk), issuer, "userTask_issueConsolidatedReport");
        };
    }

    /** The unit whose people hold the work. */
    public String unitOf(Obligation duty) {
        return switch (whose) {
            case own -> duty.unitCode();
            case issuer -> duty.issuerCode();
            case superior -> duty.superiorCode();
        };
    }

    /** The task's candidate group of those by whom lists name it. */
    public String group(Obligation duty) {
        return role().group(unitOf(duty));
    }
}
