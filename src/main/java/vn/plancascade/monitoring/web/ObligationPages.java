package vn.plancascade.monitoring.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.ObligationEvent;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Person;
import vn.plancascade.plan.NationalPlans;
import vn.plancascade.web.PageController;
import vn.plancascade.worklist.ApprovalRounds;
import vn.plancascade.worklist.ApprovalRounds.Round;

/** The duties of the units that the reader may see. */
@PageController
@RequestMapping("/obligations")
class ObligationPages {

    private final Obligations obligations;
    private final ObligationRows rows;
    private final ApprovalRounds rounds;
    private final NationalPlans plans;
    private final Organisation organisation;

    ObligationPages(
            Obligations obligations,
            ObligationRows rows,
            ApprovalRounds rounds,
            NationalPlans plans,
            Organisation organisation) {
        this.obligations = obligations;
        this.rows = rows;
        this.rounds = rounds;
        this.plans = plans;
        this.organisation = organisation;
    }

    @GetMapping
    String list(Actor actor, ObligationFilter filter, Model model) {
        Page<Obligation> found = obligations.search(filter.query(), organisation.scopeOf(actor), filter.pageRequest());
        model.addAttribute("filter", filter);
        model.addAttribute("rows", rows.of(found.items()));
        model.addAttribute("pager", Pager.of(found, filter::atPage));
        model.addAttribute("size", found.size());
        model.addAttribute(
                "plans",
                plans.visibleTo(actor, new PageRequest(0, PageRequest.MAX_SIZE)).items());
        model.addAttribute("provinces", organisation.provinces());
        model.addAttribute("kinds", DutyKind.values());
        model.addAttribute("states", ObligationState.values());
        return "obligations";
    }

    @GetMapping("/{id}")
    String show(Actor actor, @PathVariable long id, Model model) {
        Obligation duty = obligations
                .find(id)
                .filter(found -> organisation.isWithin(organisation.scopeOf(actor), found.unitCode()))
                .orElseThrow(() -> new NotFound("obligation.unknown"));
        List<ObligationEvent> history = obligations.history(id);
        List<Round> decided = rounds.all("subPlan:" + id);
        model.addAttribute("row", rows.of(List.of(duty)).get(0));
        model.addAttribute("duty", duty);
        model.addAttribute("history", history);
        model.addAttribute("rounds", decided);
        model.addAttribute("people", names(duty, history, decided));
        model.addAttribute("province", organisation.provinces().get(duty.provinceCode()));
        plans.find(duty.planId()).ifPresent(plan -> model.addAttribute("plan", plan));
        return "obligation";
    }

    /** Full names by login, of everybody whom the page names. */
    private Map<String, String> names(Obligation duty, List<ObligationEvent> history, List<Round> decided) {
        Stream<String> logins = Stream.of(
                        Stream.of(duty.signatory()),
                        history.stream().map(ObligationEvent::actor),
                        decided.stream().map(Round::submittedBy),
                        decided.stream().map(Round::decidedBy))
                .flatMap(some -> some);
        return logins.filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.toMap(
                        login -> login,
                        login ->
                                organisation.person(login).map(Person::fullName).orElse(login)));
    }
}
