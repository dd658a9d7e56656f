package vn.plancascade.notification.mail;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import vn.plancascade.deadline.DutyReason;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.WorkingDays;
import vn.plancascade.kernel.Names;
import vn.plancascade.notification.MailPlaceholder;
import vn.plancascade.notification.Rung;
import vn.plancascade.notification.Rung.Truth;
import vn.plancascade.notification.domain.MailFailure;
import vn.plancascade.notification.domain.Told;
import vn.plancascade.notification.domain.ToldReader.Addressee;

/** Writes what a mail says of one occasion. */
final class SectionWriter {

    private static final int MOST_ROWS = 30;

    /** Occasions of which the detail is what somebody has written to the reader. */
    private static final Set<Rung> SAID = Set.of(Rung.REMINDED, Rung.EXTENSION_ASKED, Rung.EXTENSION_REFUSED);

    private final Occasion occasion;
    private final Words words;
    private final Reader reader;
    private final LocalDate today;
    private final Instant now;
    private final MailSettings settings;
    private final WorkingDays workingDays;
    private final UnaryOperator<String> unitNames;

    SectionWriter(
            Occasion occasion,
            Words words,
            Reader reader,
            LocalDate today,
            Instant now,
            MailSettings settings,
            WorkingDays workingDays,
            UnaryOperator<String> unitNames) {
        this.occasion = occasion;
        this.words = words;
        this.reader = reader;
        this.today = today;
        this.now = now;
        this.settings = settings;
        this.workingDays = workingDays;
        this.unitNames = unitNames;
    }

    String fill(String text) {
        return MailPlaceholder.fill(text, values());
    }

    Letter.Section write(String opening, Map<Long, Addressee> undelivered) {
        boolean one = occasion.aboutOneDuty();
        return new Letter.Section(
                words.heading(occasion.rung(), occasion.kind()),
                opening(opening),
                one ? facts(occasion.first().duty()) : List.of(),
                one ? List.of() : deadlines(),
                one
                        ? List.of()
                        : occasion.told().stream()
                                .map(this::row)
                                .distinct()
                                .limit(MOST_ROWS)
                                .toList(),
                occasion.told().stream()
                        .map(told -> remark(told, undelivered))
                        .filter(Objects::nonNull)
                        .distinct()
                        .limit(MOST_ROWS)
                        .toList(),
                button(),
                links());
    }

    /** Of many duties a mail shows some; all of them are behind its button. */
    private List<String> opening(String opening) {
        List<String> lines = new ArrayList<>(lines(fill(opening)));
        if (count() > MOST_ROWS) {
            lines.add(words.of("mail.moreRows", MOST_ROWS, count()));
        }
        return lines;
    }

    private Map<MailPlaceholder, String> values() {
        Obligation duty = occasion.first().duty();
        Map<MailPlaceholder, String> values = new EnumMap<>(MailPlaceholder.class);
        values.put(MailPlaceholder.plan, Objects.toString(occasion.plan().documentNumber(), ""));
        values.put(MailPlaceholder.subject, occasion.plan().shortSubject());
        values.put(
                MailPlaceholder.unit,
                occasion.aboutOneDuty() ? Names.line(duty.unitName()) : words.of("mail.units", count()));
        values.put(MailPlaceholder.count, String.valueOf(count()));
        values.put(MailPlaceholder.deadline, deadline(duty.dueAt()));
        values.put(MailPlaceholder.originalDeadline, deadline(duty.originalDueAt()));
        values.put(MailPlaceholder.days, String.valueOf(days()));
        values.put(MailPlaceholder.round, String.valueOf(Math.max(1, duty.timesReturned())));
        values.put(MailPlaceholder.today, words.date(today));
        values.put(MailPlaceholder.period, words.period(occasion.period()));
        values.put(
                MailPlaceholder.superior,
                reader.watchesFor(occasion.told()).map(unitNames).orElse(""));
        return values;
    }

    private long count() {
        return occasion.told().stream().map(told -> told.duty().id()).distinct().count();
    }

    /** The fewest working days left, today included; of what is late, the most since the last day that was in time. */
    private int days() {
        List<LocalDate> lastDays = occasion.told().stream()
                .map(Told::duty)
                .filter(duty -> duty.dueAt() != null)
                .map(Obligation::lastDay)
                .distinct()
                .toList();
        return occasion.rung().isLate()
                ? lastDays.stream().mapToInt(last -> workingDays.between(last, today)).max().stream()
                        .map(days -> Math.max(1, days))
                        .findFirst()
                        .orElse(1)
                : lastDays.stream()
                        .mapToInt(last -> workingDays.between(today.minusDays(1), last))
                        .min()
                        .orElse(0);
    }

    private List<Letter.Fact> facts(Obligation duty) {
        List<Letter.Fact> facts = new ArrayList<>();
        facts.add(new Letter.Fact(words.of("page.unit"), Names.line(duty.unitName()), false));
        facts.add(new Letter.Fact(words.of("page.due"), deadlineWithLastDay(duty.dueAt()), false));
        if (occasion.rung() == Rung.EXTENDED && duty.originalDueAt() != null) {
            facts.add(new Letter.Fact(words.of("page.due.original"), deadlineWithLastDay(duty.originalDueAt()), false));
        }
        facts.add(new Letter.Fact(words.of("page.state"), words.of("state." + duty.state()), false));
        if (duty.overdue(now)) {
            facts.add(new Letter.Fact(
                    words.of("mail.daysLate"), words.of("mail.calendarDays", duty.daysLate(now)), true));
        }
        return facts;
    }

    private List<String> deadlines() {
        return occasion.told().stream()
                .map(told -> told.duty().dueAt())
                .distinct()
                .map(this::deadlineWithLastDay)
                .toList();
    }

    private Letter.Row row(Told told) {
        Obligation duty = told.duty();
        return new Letter.Row(
                Names.line(duty.unitName()),
                settings.link("/obligations/" + duty.id()),
                deadline(duty.dueAt()),
                words.of("state." + duty.state()),
                duty.overdue(now) ? String.valueOf(duty.daysLate(now)) : "");
    }

    private Letter.Remark remark(Told told, Map<Long, Addressee> undelivered) {
        if (SAID.contains(told.rung()) && told.detail() != null) {
            return new Letter.Remark(words.of("mail.said." + told.rung()), lines(told.detail()));
        }
        if (told.rung().truth() == Truth.CALLED_OFF && told.detail() != null) {
            return new Letter.Remark(
                    words.of("mail.reason"), lines(DutyReason.text(told.detail(), key -> words.of(key))));
        }
        if ((told.rung() == Rung.RETURNED || told.rung() == Rung.REVISION) && told.detail() != null) {
            String title = occasion.aboutOneDuty()
                    ? words.of("mail.comment")
                    : words.of("mail.commentOn", Names.line(told.duty().unitName()));
            return new Letter.Remark(title, lines(told.detail()));
        }
        if (told.rung() == Rung.UNDELIVERED) {
            Addressee addressee = undelivered.getOrDefault(Occasion.failedMail(told), new Addressee("", null));
            String address = addressee.address() == null ? words.of("mail.noAddress") : addressee.address();
            MailFailure failure = MailFailure.read(told.detail());
            return new Letter.Remark(
                    words.of("mail.undelivered", Names.line(addressee.name()), Names.line(address)),
                    failure == null ? List.of() : List.of(words.of(failure.key(), failure.said())));
        }
        return null;
    }

    /** The unit's own people go straight to the work; others to the duty, or to the list. */
    private Letter.Link button() {
        Obligation duty = occasion.first().duty();
        if (!occasion.aboutOneDuty()) {
            return link(
                    "mail.link.list",
                    "/obligations?" + (occasion.rung().isLate() ? "overdue=true&" : "") + "plan="
                            + occasion.plan().planId());
        }
        return reader.belongsTo(duty.unitCode()) && !hasNothingToDo()
                ? link("mail.link.task", "/obligations/" + duty.id() + "/task")
                : duty(duty);
    }

    private boolean hasNothingToDo() {
        return occasion.rung() == Rung.UNDELIVERED || occasion.rung().truth() == Truth.CALLED_OFF;
    }

    private List<Letter.Link> links() {
        Obligation duty = occasion.first().duty();
        List<Letter.Link> links = new ArrayList<>();
        if (occasion.aboutOneDuty() && !button().equals(duty(duty))) {
            links.add(duty(duty));
        }
        if (occasion.rung() == Rung.NEW) {
            links.add(link("mail.link.plan", "/plans/" + duty.planId()));
        }
        return links;
    }

    private Letter.Link duty(Obligation duty) {
        return link("mail.link.duty", "/obligations/" + duty.id());
    }

    private Letter.Link link(String key, String path) {
        return new Letter.Link(words.of(key), settings.link(path));
    }

    private String deadline(Instant dueAt) {
        return words.deadline(dueAt, occasion.plan().bound());
    }

    private String deadlineWithLastDay(Instant dueAt) {
        return dueAt == null ? deadline(null) : deadline(dueAt) + " (" + words.lastDayText(dueAt) + ")";
    }

    private static List<String> lines(String text) {
        return Arrays.stream(text.split("\\R")).map(Names::line).toList();
    }
}
