package vn.plancascade.report.domain;

import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.DutyNote;
import vn.plancascade.deadline.DutyStep;
import vn.plancascade.deadline.DutyWord;
import vn.plancascade.deadline.ObligationChanged;
import vn.plancascade.report.ActivitiesTold;

/** Tells other rooms what an issued report says of the unit's own activities. */
@Component
class ToldActivities {

    private static final Set<DutyWord> ISSUING =
            Set.of(DutyStep.issued, DutyNote.correctionIssued, DutyNote.supplementIssued);

    private final ReportWorks works;
    private final ReportFacts facts;
    private final ReportStore store;
    private final ApplicationEventPublisher events;

    ToldActivities(ReportWorks works, ReportFacts facts, ReportStore store, ApplicationEventPublisher events) {
        this.works = works;
        this.facts = facts;
        this.store = store;
        this.events = events;
    }

    @EventListener
    void tell(ObligationChanged changed) {
        if (changed.duty().kind() != DutyKind.unitReport || !ISSUING.contains(changed.word())) {
            return;
        }
        ReportWork work = works.of(changed.duty().id());
        store.version(work.report().id(), facts.newestVersion(work))
                .map(version -> ReportContent.of(version).progress())
                .filter(progress -> !progress.isEmpty())
                .ifPresent(progress -> events.publishEvent(new ActivitiesTold(
                        work.report().id(),
                        work.plan().id(),
                        work.unit().code(),
                        work.cutOff(),
                        activities(progress))));
    }

    private static List<ActivitiesTold.Activity> activities(List<ReportDraft.Progress> progress) {
        return progress.stream()
                .filter(each -> each.taskNo() != null)
                .map(each -> new ActivitiesTold.Activity(each.taskNo(), each.state()))
                .toList();
    }
}
