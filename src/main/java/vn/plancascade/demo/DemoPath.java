package vn.plancascade.demo;

import java.time.Clock;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.plan.NationalPlan;
import vn.plancascade.plan.NationalPlans;

/** The way through the demo, from the sample plan to what is overdue: where it stands, by the data, and who goes on. */
@Component("demoPath")
@Profile("demo")
class DemoPath {

    private static final long SAMPLE = 1;

    /** Whose sub-plan is followed. */
    private static final String UNIT = "SYT-01";

    private final NationalPlans plans;
    private final Obligations obligations;
    private final Clock clock;

    DemoPath(NationalPlans plans, Obligations obligations, Clock clock) {
        this.plans = plans;
        this.obligations = obligations;
        this.clock = clock;
    }

    /** A step of the way, with who takes it and where it is done; its text is {@code demo.step.<name>}. */
    enum Step {
        draftPlan("chuyenvien.bo", "/"),
        approvePlan("lanhdao.bo", "/"),
        issuePlan("vanthu.bo", "/"),
        /** The cases open by themselves. */
        opening("vanthu.bo", "/plans/" + SAMPLE),
        draftSubPlan(UNIT + ".chuyenvien", "/"),
        approveSubPlan(UNIT + ".thutruong", "/"),
        issueSubPlan(UNIT + ".vanthu", "/"),
        passDeadline("thanhtra.bo", "/demo"),
        overdue("thanhtra.bo", "/monitor?plan=" + SAMPLE);

        private final String login;
        private final String page;

        Step(String login, String page) {
            this.login = login;
            this.page = page;
        }

        public String login() {
            return login;
        }

        public String page() {
            return page;
        }
    }

    /** The step that comes next; empty where the sample plan is not there, or was withdrawn. */
    public Optional<Step> next() {
        return plans.find(SAMPLE).flatMap(this::next);
    }

    private Optional<Step> next(NationalPlan plan) {
        return switch (plan.state()) {
            case draft -> Optional.of(Step.draftPlan);
            case awaitingApproval -> Optional.of(Step.approvePlan);
            case awaitingIssue -> Optional.of(Step.issuePlan);
            case issued ->
                Optional.of(obligations.subPlan(SAMPLE, UNIT).map(this::next).orElse(Step.opening));
            case withdrawn, closed -> Optional.empty();
        };
    }

    private Step next(Obligation duty) {
        return switch (duty.state()) {
            case planned, waitingForSuperior, startFailed -> Step.opening;
            case drafting, revisionRequested -> Step.draftSubPlan;
            case awaitingReview, awaitingApproval -> Step.approveSubPlan;
            case awaitingIssue -> Step.issueSubPlan;
            case issued, accepted, waived, notRequired, withdrawn, notAccomplished ->
                duty.dueAt() != null && clock.instant().isBefore(duty.dueAt()) ? Step.passDeadline : Step.overdue;
        };
    }

    public Step[] all() {
        return Step.values();
    }
}
