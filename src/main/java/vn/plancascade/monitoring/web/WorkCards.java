package vn.plancascade.monitoring.web;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.deadline.PeriodText;
import vn.plancascade.deadline.PlanTerms;
import vn.plancascade.deadline.PlanTermsSource;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.web.Texts;
import vn.plancascade.worklist.ApprovalRounds;
import vn.plancascade.worklist.DoneWork;
import vn.plancascade.worklist.TaskLooks;
import vn.plancascade.worklist.WorkItem;

/** Tasks in the words of whoever does them: which plan, which period, whose document. Read for a whole page at once. */
@Component
class WorkCards {

    private final Obligations obligations;
    private final PlanTermsSource plans;
    private final ApprovalRounds rounds;
    private final Organisation organisation;
    private final MessageSource messages;
    private final Texts texts;
    private final TaskLooks looks;

    WorkCards(
            Obligations obligations,
            PlanTermsSource plans,
            ApprovalRounds rounds,
            Organisation organisation,
            MessageSource messages,
            Texts texts,
            TaskLooks looks) {
        this.looks = looks;
        this.obligations = obligations;
        this.plans = plans;
        this.rounds = rounds;
        this.organisation = organisation;
        this.messages = messages;
        this.texts = texts;
    }

    List<Waiting> waiting(List<WorkItem> items, Actor actor) {
        List<String> ids = items.stream().map(WorkItem::id).toList();
        Set<String> opened = looks.openedBy(actor.login(), ids);
        Map<String, List<String>> others = looks.othersAt(actor.login(), ids);
        Map<String, String> names = organisation.namesOf(
                others.values().stream().flatMap(List::stream).toList());
        Map<Long, Obligation> duties = obligations.all(items.stream()
                .filter(item -> !item.isAboutPlan())
                .map(WorkItem::subject)
                .toList());
        Map<String, ApprovalRounds.Round> returned = rounds.returned(Stream.concat(
                        duties.values().stream()
                                .filter(duty -> duty.timesReturned() > 0 || duty.amendment() != null)
                                .map(Obligation::subject),
                        items.stream().flatMap(item -> item.planRounds().stream()))
                .toList());
        Map<String, String> units =
                organisation.unitNames(items.stream().map(WorkItem::unitCode).collect(Collectors.toSet()));
        Map<Long, PlanTerms> terms = new HashMap<>();
        return items.stream()
                .map(item -> {
                    Obligation duty = duties.get(item.subject());
                    boolean ofPlan = item.isAboutPlan() || duty == null;
                    long planId = ofPlan ? item.subject() : duty.planId();
                    return new Waiting(
                            item.id(),
                            name(item.key(), item.name()),
                            ofPlan ? units.get(item.unitCode()) : duty.unitName(),
                            ofPlan ? item.unitCode() : duty.unitCode(),
                            terms.computeIfAbsent(planId, plans::terms),
                            ofPlan ? null : period(duty),
                            item.dueAt(),
                            ofPlan
                                    ? item.planRounds().map(returned::get).orElse(null)
                                    : isBack(duty) ? returned.get(duty.subject()) : null,
                            actor.login().equals(item.assignee()),
                            item.isApproval(),
                            opened.contains(item.id()),
                            others.containsKey(item.id())
                                    ? others.get(item.id()).stream()
                                            .map(names::get)
                                            .collect(Collectors.joining(", "))
                                    : null);
                })
                .toList();
    }

    /** Whether what was returned is to be mended now: a comment of a round that is long approved tells nobody anything. */
    private static boolean isBack(Obligation duty) {
        return switch (duty.amendment() == null ? duty.state() : duty.amendment()) {
            case drafting, revisionRequested -> true;
            default -> false;
        };
    }

    List<Done> done(List<DoneWork> items, Set<String> reversible) {
        Map<Long, Obligation> duties = obligations.all(items.stream()
                .filter(item -> !WorkItem.isAboutPlan(item.processKey()))
                .map(DoneWork::subject)
                .toList());
        Map<Long, PlanTerms> terms = new HashMap<>();
        return items.stream()
                .map(item -> {
                    boolean ofPlan = WorkItem.isAboutPlan(item.processKey());
                    Obligation duty = ofPlan ? null : duties.get(item.subject());
                    String about = ofPlan
                            ? "/plans/" + item.subject()
                            : duty == null || duty.kind() == DutyKind.subPlan
                                    ? "/obligations/" + item.subject()
                                    : "/reports/" + item.subject();
                    PlanTerms plan = ofPlan || duty != null
                            ? terms.computeIfAbsent(ofPlan ? item.subject() : duty.planId(), plans::terms)
                            : null;
                    return new Done(
                            item.id(),
                            name(item.key(), item.name()),
                            duty == null ? null : duty.unitName(),
                            plan,
                            duty == null ? null : period(duty),
                            item.doneAt(),
                            about,
                            duty == null ? null : duty.state().name(),
                            reversible.contains(item.id()));
                })
                .toList();
    }

    String period(Obligation duty) {
        return PeriodText.of(duty, messages, LocaleContextHolder.getLocale());
    }

    private String name(String key, String fallback) {
        return texts.ofOr("task." + key, fallback);
    }

    /**
     * One task that waits.
     *
     * @param unitName whose document it is
     * @param returned why it was sent back; null where it was not
     * @param approval whether it is to say yes or no to a document
     * @param opened whether this person has opened it
     * @param others the names of others who are working on it; null where nobody is
     */
    record Waiting(
            String id,
            String name,
            String unitName,
            String unitCode,
            PlanTerms plan,
            String period,
            Instant dueAt,
            ApprovalRounds.Round returned,
            boolean claimed,
            boolean approval,
            boolean opened,
            String others) {}

    /**
     * One task that was done.
     *
     * @param id of the task
     * @param reversible whether it can be taken back
     * @param about the address of the page of the plan or the duty
     * @param state of the duty now, or null
     */
    record Done(
            String id,
            String name,
            String unitName,
            PlanTerms plan,
            String period,
            Instant doneAt,
            String about,
            String state,
            boolean reversible) {}
}
