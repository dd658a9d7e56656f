package vn.plancascade.notification.mail;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import vn.plancascade.deadline.Bound;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.PeriodText;
import vn.plancascade.deadline.WorkingDays;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.notification.Rung;

/** Sentences, dates and deadlines in the reader's language. A mail is written by no request, so the language is given. */
final class Words {

    private final MessageSource messages;
    private final WorkingDays workingDays;
    private final Locale locale;
    private final LocalDate today;

    Words(MessageSource messages, WorkingDays workingDays, Locale locale, LocalDate today) {
        this.messages = messages;
        this.workingDays = workingDays;
        this.locale = locale;
        this.today = today;
    }

    String of(String key, Object... args) {
        return messages.getMessage(key, args, locale);
    }

    /** The title of a section. */
    String heading(Rung rung, DutyKind kind) {
        String ofReport = kind == DutyKind.subPlan
                ? null
                : messages.getMessage("mail.report.heading." + rung, null, null, locale);
        return ofReport == null ? of("mail.heading." + rung) : ofReport;
    }

    /** A period by its code, in words: 2023-H1 is "6 tháng đầu năm 2023". */
    String period(String code) {
        return PeriodText.of(code, messages, locale);
    }

    /** Such as 20/3/2023, or 20 March 2023. */
    String date(LocalDate day) {
        return format(vietnamese() ? "d/M/uuuu" : "d MMMM uuuu", day);
    }

    /** Such as "trước ngày 20/3/2023": the deadline as the plan words it. */
    String deadline(Instant dueAt, Bound bound) {
        if (dueAt == null) {
            return of("page.due.none");
        }
        return of("page.bound." + bound, date(bound.deadline(VietnamTime.lastDay(dueAt))));
    }

    /** Such as "hết ngày 19/3, Chủ nhật; ngày làm việc cuối: thứ Sáu 17/3". */
    String lastDayText(Instant dueAt) {
        LocalDate last = VietnamTime.lastDay(dueAt);
        LocalDate working = workingDays.sameOrPrevious(last);
        return working.equals(last)
                ? of("page.due.lastDay", shortDate(last), weekday(last))
                : of("page.due.lastDayOff", shortDate(last), weekday(last), shortDate(working), weekday(working));
    }

    private String weekday(LocalDate day) {
        return of("page.weekday." + day.getDayOfWeek());
    }

    private String shortDate(LocalDate day) {
        String pattern = vietnamese() ? "d/M" : "d MMMM";
        boolean thisYear = day.getYear() == today.getYear();
        return format(thisYear ? pattern : pattern + (vietnamese() ? "/uuuu" : " uuuu"), day);
    }

    private String format(String pattern, LocalDate day) {
        return DateTimeFormatter.ofPattern(pattern, locale).format(day);
    }

    private boolean vietnamese() {
        return !locale.getLanguage().equals("en");
    }
}
