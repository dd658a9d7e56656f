package vn.plancascade.demo;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.util.FileCopyUtils;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.plan.DraftPlans;
import vn.plancascade.plan.NationalPlan;
import vn.plancascade.plan.NationalPlans;
import vn.plancascade.plan.PlanContent;
import vn.plancascade.worklist.FormData;

/** The sample's plans: one is there from the start, the others are begun when somebody wants them. */
@Component("demoPlans")
@Profile("demo")
class DemoPlans {

    private final NationalPlans plans;
    private final DraftPlans drafts;
    private final Clock clock;

    DemoPlans(NationalPlans plans, DraftPlans drafts, Clock clock) {
        this.plans = plans;
        this.drafts = drafts;
        this.clock = clock;
    }

    /** A plan that can be begun; its text is {@code demo.plan.<name>}. */
    enum Sample {
        fireSafety("plan-pccc-2023.json", LocalDate.of(2023, 3, 16)),
        /** Of the year after the first one's. */
        nextYear("plan-331.json", LocalDate.of(2024, 1, 1));

        private final String file;
        private final LocalDate from;

        Sample(String file, LocalDate from) {
            this.file = file;
            this.from = from;
        }
    }

    static PlanContent content(String file) {
        try (Reader reader = SampleFiles.reader(file)) {
            return FormData.read(FileCopyUtils.copyToString(reader), PlanContent.class);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What can be begun on the demo's day. */
    public List<Sample> now() {
        return Arrays.stream(Sample.values()).filter(this::isTime).toList();
    }

    private boolean isTime(Sample sample) {
        return !VietnamTime.dayOf(clock.instant()).isBefore(sample.from);
    }

    /** Begins it as a draft of the actor's. */
    NationalPlan begin(Actor actor, String name) {
        Sample sample = Arrays.stream(Sample.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("sample", "choice.unknown"));
        if (!isTime(sample)) {
            throw new Conflict("demo.planTooEarly", VietnamTime.text(sample.from));
        }
        PlanContent content = content(sample.file);
        return before(actor, sample, content)
                .map(last -> drafts.following(actor, last.id(), content))
                .orElseGet(() -> plans.create(actor, content));
    }

    /** The plan of the year before, of which the sample has one; empty where it was given up. */
    private Optional<NationalPlan> before(Actor actor, Sample sample, PlanContent content) {
        return sample == Sample.nextYear
                ? plans
                        .visibleTo(actor, null, content.year() - 1, new PageRequest(0, PageRequest.MAX_SIZE))
                        .items()
                        .stream()
                        .min(Comparator.comparing(NationalPlan::id))
                : Optional.empty();
    }
}
