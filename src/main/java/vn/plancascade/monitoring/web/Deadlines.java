package vn.plancascade.monitoring.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.WorkingDays;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.web.Texts;

/**
 * Due moments as people read them: the last day that is in time and, where that is no working day, the last working day
 * before it, since nobody issues a document on a Sunday.
 */
@Component("deadlines")
class Deadlines {

    private final WorkingDays workingDays;
    private final Formats formats;
    private final Texts texts;
    private final Clock clock;

    Deadlines(WorkingDays workingDays, Formats formats, Texts texts, Clock clock) {
        this.workingDays = workingDays;
        this.formats = formats;
        this.texts = texts;
        this.clock = clock;
    }

    /** Such as "hết ngày 19/3, Chủ nhật; ngày làm việc cuối: thứ Sáu 17/3"; empty without a due moment. */
    public String text(Instant dueAt) {
        if (dueAt == null) {
            return "";
        }
        LocalDate last = VietnamTime.lastDay(dueAt);
        LocalDate working = workingDays.sameOrPrevious(last);
        return working.equals(last)
                ? texts.of("page.due.lastDay", formats.shortDate(last), formats.weekday(last))
                : texts.of(
                        "page.due.lastDayOff",
                        formats.shortDate(last),
                        formats.weekday(last),
                        formats.shortDate(working),
                        formats.weekday(working));
    }

    /** Such as "còn 2 ngày làm việc, thứ Sáu 17/3": what is left until the last working day that is in time. */
    public String left(Instant dueAt) {
        if (dueAt == null || isPast(dueAt)) {
            return text(dueAt);
        }
        LocalDate today = VietnamTime.dayOf(clock.instant());
        LocalDate last = workingDays.sameOrPrevious(VietnamTime.lastDay(dueAt));
        return last.isBefore(today)
                ? text(dueAt)
                : texts.of(
                        last.equals(today) ? "page.due.today" : "page.due.left",
                        workingDays.between(today, last),
                        formats.weekday(last),
                        formats.shortDate(last));
    }

    public boolean isPast(Instant dueAt) {
        return dueAt != null && !clock.instant().isBefore(dueAt);
    }

    /** Calendar days since the last day that was in time; 0 while it has not passed. */
    public long daysPast(Instant dueAt) {
        return isPast(dueAt)
                ? ChronoUnit.DAYS.between(VietnamTime.lastDay(dueAt), VietnamTime.dayOf(clock.instant()))
                : 0;
    }
}
