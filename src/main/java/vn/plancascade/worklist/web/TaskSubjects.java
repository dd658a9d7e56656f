package vn.plancascade.worklist.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.Holder;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.deadline.PeriodText;
import vn.plancascade.deadline.PlanTerms;
import vn.plancascade.deadline.PlanTermsSource;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Person;
import vn.plancascade.web.Texts;
import vn.plancascade.worklist.ApprovalRounds;
import vn.plancascade.worklist.WorkItem;

/** What tasks are about, in words: the plan, the period, the unit, who submitted it, and who comes next. */
@Component
class TaskSubjects {

    private final Obligations obligations;
    private final PlanTermsSource plans;
    private final ApprovalRounds rounds;
    private final Organisation organisation;
    private final MessageSource messages;
    private final Texts texts;

    TaskSubjects(
            Obligations obligations,
            PlanTermsSource plans,
            ApprovalRounds rounds,
            Organisation organisation,
            MessageSource messages,
            Texts texts) {
        this.obligations = obligations;
        this.plans = plans;
        this.rounds = rounds;
        this.organisation = organisation;
        this.messages = messages;
        this.texts = texts;
    }

    TaskSubject of(WorkItem item, Locale locale) {
        if (item.isAboutPlan()) {
            PlanTerms plan = plans.terms(item.subject());
            return new TaskSubject(
                    plan,
                    null,
                    unit(item.unitCode()),
                    null,
                    "/plans/" + plan.planId(),
                    item.planRounds().map(this::rounds).orElse(List.of()));
        }
        Obligation duty = obligations.get(item.subject());
        PlanTerms plan = plans.terms(duty.planId());
        String period = PeriodText.of(duty, messages, locale);
        String about = (duty.kind() == DutyKind.subPlan ? "/obligations/" : "/reports/") + duty.id();
        return new TaskSubject(plan, period, duty.unitName(), duty, about, rounds(duty.subject()));
    }

    private List<TaskSubject.Round> rounds(String subject) {
        List<ApprovalRounds.Round> all = rounds.all(subject);
        Map<String, String> names = organisation.namesOf(all.stream()
                .flatMap(one -> Stream.of(one.submittedBy(), one.reviewedBy(), one.decidedBy()))
                .toList());
        return all.stream().map(one -> round(one, names)).toList();
    }

    private static TaskSubject.Round round(ApprovalRounds.Round round, Map<String, String> names) {
        return new TaskSubject.Round(
                round.number(),
                names.get(round.submittedBy()),
                round.submittedAt(),
                names.get(round.reviewedBy()),
                round.reviewedAt(),
                round.reviewComment(),
                "return".equals(round.decision()) ? round.comment() : null,
                names.get(round.decidedBy()),
                round.decidedAt());
    }

    /** Who does the next step of the duty that the task was about. */
    Optional<String> next(WorkItem item) {
        if (item.isAboutPlan()) {
            return Optional.empty();
        }
        return obligations
                .find(item.subject())
                .flatMap(duty -> Holder.of(duty)
                        .map(holder -> texts.of(
                                "page.task.next",
                                texts.ofOr(
                                        "role." + holder.role().name(),
                                        holder.role().name()),
                                names(holder, duty),
                                texts.ofOr("task." + holder.taskKey(), ""))));
    }

    private String names(Holder holder, Obligation duty) {
        return holder.people(role -> organisation.holders(role, holder.unitOf(duty))).stream()
                .limit(2)
                .map(Person::fullName)
                .collect(Collectors.joining(", "));
    }

    private String unit(String code) {
        return organisation.unit(code).map(unit -> unit.name()).orElse(code);
    }
}
