package vn.plancascade.deadline;

import java.time.LocalDate;

/** How a plan words its deadline. */
public enum Bound {
    /** "Trước ngày": the day itself is already too late. */
    exclusive,
    /** "Chậm nhất ngày": the day itself is still in time. */
    inclusive;

    /** The last day on which a document is in time. */
    public LocalDate lastDay(LocalDate deadline) {
        return this == exclusive ? deadline.minusDays(1) : deadline;
    }

    /** The day that a deadline names whose last day this is. */
    public LocalDate deadline(LocalDate lastDay) {
        return this == exclusive ? lastDay.plusDays(1) : lastDay;
    }
}
