package vn.plancascade.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.transaction.support.TransactionTemplate;
import vn.plancascade.kernel.NotAllowed;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.HeldRole;
import vn.plancascade.organisation.Person;
import vn.plancascade.organisation.Role;
import vn.plancascade.plan.NationalPlans;
import vn.plancascade.plan.OutsideIssuing;

/**
 * Who may decide about a duty of CDC-01: each decision is tried by the holder of each role in each place and taken back, and
 * what is offered beforehand has to be what succeeds.
 */
final class WhoDecides {

    /** CDC-01 reports to SYT-01, which reports to TTRB, the plan's focal unit, which reports to BYT. */
    private static final Map<String, String> PLACES = Map.of(
            "own",
            "CDC-01",
            "above",
            "SYT-01",
            "focal",
            "TTRB",
            "top",
            "BYT",
            "beside",
            "BVT-01",
            "elsewhere",
            "SYT-02");

    private final Extensions extensions;
    private final NationalPlans plans;
    private final OutsideIssuing outside;
    private final Obligations obligations;
    private final TransactionTemplate transaction;
    private final long duty;

    WhoDecides(
            Extensions extensions,
            NationalPlans plans,
            OutsideIssuing outside,
            Obligations obligations,
            TransactionTemplate transaction,
            long duty) {
        this.extensions = extensions;
        this.plans = plans;
        this.outside = outside;
        this.obligations = obligations;
        this.transaction = transaction;
        this.duty = duty;
    }

    /** Lines such as {@code waive inspector above}. */
    static Set<String> expected() {
        Set<String> expected = new TreeSet<>();
        for (String decision : List.of("extend", "waive")) {
            for (String place : List.of("above", "focal", "top")) {
                expected.add(decision + " inspector " + place);
            }
            for (String place : List.of("above", "focal", "top", "beside", "elsewhere")) {
                expected.add(decision + " ministryLeader " + place);
            }
        }
        expected.add("withdraw ministryLeader top");
        for (Role recording :
                List.of(Role.drafter, Role.clerk, Role.focalContact, Role.head, Role.deputy, Role.leaderInCharge)) {
            expected.add("record " + recording + " own");
        }
        return expected;
    }

    Set<String> alone() {
        Set<String> may = new TreeSet<>();
        PLACES.forEach((place, unit) -> Arrays.stream(Role.values())
                .forEach(role -> decisions(actor(held(role, unit)))
                        .forEach(decision -> may.add(decision + " " + role + " " + place))));
        return may;
    }

    /** What somebody may decide who holds any role in the unit itself and any other anywhere; recording is no decision. */
    Set<String> besideARoleInTheUnitItself() {
        Set<String> may = new TreeSet<>();
        for (Role own : Role.values()) {
            PLACES.forEach((place, unit) -> Arrays.stream(Role.values())
                    .forEach(role -> decisions(actor(held(own, PLACES.get("own")), held(role, unit))).stream()
                            .filter(decision -> !decision.equals("record"))
                            .forEach(decision -> may.add(decision + " " + own + " own, " + role + " " + place))));
        }
        return may;
    }

    private Set<String> decisions(Actor actor) {
        Set<String> may = new TreeSet<>();
        Extensions.Allowed offered = extensions.allowed(actor, obligations.get(duty));
        LocalDate until = LocalDate.of(2023, 3, 24);
        if (succeeds(() -> extensions.extend(actor, duty, until, "Sáp nhập"), offered.extend())) {
            may.add("extend");
        }
        if (succeeds(() -> extensions.waive(actor, duty, "Giải thể"), offered.waive())) {
            may.add("waive");
        }
        if (succeeds(() -> plans.withdrawSubPlan(actor, duty, "Giao nhầm"), null)) {
            may.add("withdraw");
        }
        if (outside.allowed(actor, obligations.get(duty)).recordOutside()) {
            may.add("record");
        }
        return may;
    }

    private boolean succeeds(Runnable decision, Boolean offered) {
        boolean succeeded = Boolean.TRUE.equals(transaction.execute(status -> {
            status.setRollbackOnly();
            try {
                decision.run();
                return true;
            } catch (NotAllowed | NotFound refused) {
                return false;
            }
        }));
        if (offered != null) {
            assertThat(offered).isEqualTo(succeeded);
        }
        return succeeded;
    }

    private static HeldRole held(Role role, String unit) {
        return new HeldRole(role, unit, null, null);
    }

    private static Actor actor(HeldRole... roles) {
        return new Actor(new Person("ai.do", "Ai Đó", null, "vi", true), List.of(roles));
    }
}
