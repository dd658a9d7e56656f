package vn.plancascade.followup.domain;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.deadline.PlanTermsSource;
import vn.plancascade.deadline.WorkingDays;
import vn.plancascade.followup.domain.OpenDuties.Group;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.notification.Stage;
import vn.plancascade.notification.Stage.Form;
import vn.plancascade.notification.StageNotices;

/**
 * The morning round over one plan's duties: it only writes notices and never changes a duty, so a deadline that moves needs
 * nothing moved here.
 *
 * <p>A round that comes late (the machine was off) looks at every working morning since the last one and takes for each
 * audience the newest rung that speaks to it: everybody hears once where the duty stands today, and nobody goes without a
 * word because somebody else's rung came later.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class DeadlineWatch {

    private final OpenDuties duties;
    private final FollowUpReader reader;
    private final NewestRungs newest;
    private final StageNotices notices;
    private final PreparedLetters letters;
    private final RungMornings mornings;
    private final Obligations obligations;
    private final PlanTermsSource plans;

    DeadlineWatch(
            OpenDuties duties,
            FollowUpReader reader,
            StagePolicy policy,
            StageNotices notices,
            PreparedLetters letters,
            RungMornings mornings,
            Obligations obligations,
            PlanTermsSource plans,
            WorkingDays workingDays) {
        this.duties = duties;
        this.reader = reader;
        this.newest = new NewestRungs(policy, workingDays);
        this.notices = notices;
        this.letters = letters;
        this.mornings = mornings;
        this.obligations = obligations;
        this.plans = plans;
    }

    /** Nhắc hạn. */
    public void remind(Round round) {
        notices.tellUnits(of(round, told(stages(round))));
    }

    /** Báo cấp trên. */
    public void escalate(Round round) {
        // Asked before this morning's are told: whoever gets one of them may be new to the others.
        boolean somebodyIsNew = reader.somebodyIsNew(round.watched(), round.before(), round.now());
        Set<Stage> come = stages(round);
        notices.tellAbove(of(round, told(come)));
        if (somebodyIsNew) {
            notices.tellAbove(of(round, tasks(round)));
        }
        letters.prepare(round.watched(), come);
        mornings.keep(round.watched(), come);
    }

    private StageNotices.Stages of(Round round, Set<Stage> stages) {
        Watched watched = round.watched();
        String focalUnit = plans.terms(watched.planId()).focalUnit();
        return new StageNotices.Stages(watched.planId(), watched.kind(), watched.period(), focalUnit, stages);
    }

    /** What inspectors have been given before: those who were appointed since then are given it as well. */
    private Set<Stage> tasks(Round round) {
        return duties.groups(round.watched()).stream()
                .map(Group::dueAt)
                .distinct()
                .flatMap(due -> newest.task(round.watched().kind(), due, VietnamTime.dayOf(round.now())).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Those that tell people of single duties. */
    private static Set<Stage> told(Set<Stage> come) {
        return come.stream()
                .filter(stage -> stage.form() != Form.letter)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The rungs that have come since the round before. */
    private Set<Stage> stages(Round round) {
        List<LocalDate> mornings = newest.mornings(round.before(), round.now());
        Set<Stage> stages = new LinkedHashSet<>();
        for (Group group : duties.groups(round.watched())) {
            stages.addAll(newest.of(round.watched().kind(), group, mornings));
        }
        return stages;
    }

    /** Whether anything is owed still; at the end of its year a plan closes, and nothing is. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean goesOn(Watched watched) {
        return obligations.anyUnsettled(watched.planId(), watched.kind(), watched.period());
    }
}
