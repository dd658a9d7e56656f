package vn.plancascade.assignment.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.PlanTerms;
import vn.plancascade.deadline.PlanTermsSource;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.notification.PersonalLetter;
import vn.plancascade.notification.PersonalMails;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Person;

/** Tells somebody which tasks of a plan are due soon or late; written when it is sent, so that what is done by then is not in it. */
@Component
class TaskLetter implements PersonalLetter {

    static final String KIND = "planTasks";

    /** Calendar days before the last one from which a task is named: the ladder's first rung, with two weekends. */
    private static final int SOON = 12;

    private final TaskTable table;
    private final PlanTermsSource terms;
    private final Organisation organisation;
    private final PersonalMails mails;
    private final MessageSource messages;
    private final Clock clock;

    TaskLetter(
            TaskTable table,
            PlanTermsSource terms,
            Organisation organisation,
            PersonalMails mails,
            MessageSource messages,
            Clock clock) {
        this.table = table;
        this.terms = terms;
        this.organisation = organisation;
        this.mails = mails;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Content> write(long mail, Person person, Locale locale) {
        if (person == null) {
            return Optional.empty();
        }
        PlanTerms plan = terms.terms(Long.parseLong(mails.about(mail).orElseThrow()));
        Set<String> units =
                organisation.actor(person.login()).map(TaskRights::unitsOf).orElse(Set.of());
        LocalDate today = VietnamTime.dayOf(clock.instant());
        List<Line> lines = table.ofPlan(plan.planId()).stream()
                .filter(row -> row.isWorkedOnBy(units) || units.contains(plan.focalUnit()))
                .flatMap(row -> TaskReminders.openDays(row)
                        .min(Comparator.naturalOrder())
                        .filter(day -> !day.isAfter(today.plusDays(SOON)))
                        .map(day -> new Line(row, day))
                        .stream())
                .sorted(Comparator.comparing(Line::day))
                .toList();
        return lines.isEmpty() ? Optional.empty() : Optional.of(content(plan, lines, today, locale));
    }

    private record Line(TaskRow row, LocalDate day) {}

    private Content content(PlanTerms plan, List<Line> lines, LocalDate today, Locale locale) {
        return new Content(
                text(locale, "subject", lines.size(), plan.documentNumber()),
                List.of(text(locale, "opening", plan.documentNumber(), plan.shortSubject())),
                lines.stream()
                        .map(line -> new Content.Fact(
                                text(locale, "task", line.row().taskNo()),
                                text(
                                        locale,
                                        line.day().isBefore(today) ? "late" : "due",
                                        VietnamTime.text(line.day()),
                                        line.row().percent()),
                                line.day().isBefore(today)))
                        .toList(),
                List.of(),
                text(locale, "button"),
                "/plans/" + plan.planId() + "/tasks",
                List.of());
    }

    private String text(Locale locale, String key, Object... values) {
        return messages.getMessage("mail.planTasks." + key, values, locale);
    }
}
