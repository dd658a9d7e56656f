package vn.plancascade.monitoring.web;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.DutyStep;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.ObligationEvent;
import vn.plancascade.deadline.WorkStep;
import vn.plancascade.document.StoredDocument;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.web.Texts;

/** All that happened to a duty, in one line after the other: steps with the time that each took, mails, files, and who took the work. */
@Component
class DutyTimeline {

    private final DutyAsides asides;
    private final Deadlines deadlines;
    private final Texts texts;
    private final Clock clock;

    DutyTimeline(DutyAsides asides, Deadlines deadlines, Texts texts, Clock clock) {
        this.asides = asides;
        this.deadlines = deadlines;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * @param by who did it, in full; null for mails and files of the product's own
     * @param moved from which deadline to which, or null
     * @param detail what was said, or null
     * @param took how long the work had been where this step took it from, or null
     * @param aside whether it is no step: a mail, a file, a claim
     */
    record Line(Instant at, String what, String by, String moved, String detail, String took, boolean aside) {}

    /** @param people full names by login */
    List<Line> of(
            Actor actor,
            Obligation duty,
            List<ObligationEvent> history,
            List<StoredDocument> files,
            Map<String, String> people) {
        List<Line> lines = new ArrayList<>();
        Instant since = null;
        for (ObligationEvent event : history) {
            boolean step = event.word() instanceof DutyStep;
            lines.add(new Line(
                    event.at(),
                    texts.of("event." + event.word()),
                    event.actor() == null ? texts.of("page.system") : people.getOrDefault(event.actor(), event.actor()),
                    event.dueTo() == null
                            ? null
                            : texts.of(
                                    "page.grant.moved", deadlines.text(event.dueFrom()), deadlines.text(event.dueTo())),
                    event.detail(),
                    step && since != null ? texts.of("timeline.took", days(since, event.at())) : null,
                    false));
            since = step ? event.at() : since;
        }
        files.forEach(file -> lines.add(new Line(
                file.uploadedAt(),
                texts.of("documentKind." + file.kind()),
                file.uploadedBy() == null ? null : people.getOrDefault(file.uploadedBy(), file.uploadedBy()),
                null,
                file.fileName(),
                null,
                true)));
        lines.addAll(asides.mails(duty.id()));
        lines.addAll(asides.claims(actor, duty.id()));
        lines.sort(Comparator.comparing(Line::at));
        if (!duty.settled() && since != null) {
            lines.add(new Line(
                    clock.instant(),
                    texts.of("step." + WorkStep.of(duty)),
                    null,
                    null,
                    null,
                    texts.of("timeline.since", days(since, clock.instant())),
                    true));
        }
        return lines;
    }

    private static long days(Instant from, Instant to) {
        return ChronoUnit.DAYS.between(VietnamTime.dayOf(from), VietnamTime.dayOf(to));
    }
}
