package vn.plancascade.notification.mail;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.PlanTerms;
import vn.plancascade.deadline.WorkingDays;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.notification.Attachment;
import vn.plancascade.notification.MailText;
import vn.plancascade.notification.Rung;
import vn.plancascade.notification.domain.Told;

/** Writes one person's mail from the notices that belong to it: a section an occasion and plan, the most pressing first. */
@Component
class LetterWriter {

    private final MessageSource messages;
    private final WorkingDays workingDays;
    private final MailSettings settings;
    private final Clock clock;

    LetterWriter(MessageSource messages, WorkingDays workingDays, MailSettings settings, Clock clock) {
        this.messages = messages;
        this.workingDays = workingDays;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param plans the facts of the plans, looked up once a pass
     * @param attachments files that go with it
     * @param facts what was read for it and others
     */
    Letter write(
            Reader reader,
            List<Told> told,
            String language,
            LongFunction<PlanTerms> plans,
            List<Attachment> attachments,
            LetterFacts.Facts facts) {
        LocalDate today = VietnamTime.dayOf(clock.instant());
        Words words = new Words(messages, workingDays, Locale.forLanguageTag(language), today);
        List<Occasion> occasions = occasions(reader, told, plans, clock.instant());
        List<Letter.Section> sections = new ArrayList<>();
        String subject = null;
        for (Occasion occasion : occasions) {
            SectionWriter section = new SectionWriter(
                    occasion,
                    words,
                    reader,
                    today,
                    clock.instant(),
                    settings,
                    workingDays,
                    code -> facts.unitNames().getOrDefault(code, code));
            MailText wording = facts.wordings().of(occasion.rung(), occasion.kind(), occasion.period(), language);
            if (subject == null) {
                subject = Names.line(section.fill(wording.subject()));
            }
            sections.add(section.write(wording.opening(), facts.undelivered()));
        }
        return new Letter(subject, Salutation.lines(reader, told, words), sections, attachments);
    }

    private record Group(Rung rung, long plan, DutyKind kind, String period) {}

    private static List<Occasion> occasions(
            Reader reader, List<Told> told, LongFunction<PlanTerms> plans, Instant now) {
        return told.stream()
                .collect(Collectors.groupingBy(one -> new Group(
                        reader.occasionOf(one, now),
                        one.duty().planId(),
                        one.duty().kind(),
                        one.duty().period())))
                .entrySet()
                .stream()
                .map(group -> new Occasion(
                        group.getKey().rung(),
                        plans.apply(group.getKey().plan()),
                        group.getKey().kind(),
                        group.getKey().period(),
                        group.getValue()))
                .sorted(Comparator.comparing(
                                (Occasion occasion) -> occasion.rung().urgency())
                        .reversed()
                        .thenComparing(occasion -> occasion.plan().planId())
                        .thenComparing(Occasion::kind)
                        .thenComparing(Occasion::period))
                .toList();
    }
}
