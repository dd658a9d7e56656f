package vn.plancascade.reorganisation;

import java.util.Collection;

/**
 * What a change of units means for what is under way.
 *
 * @param tasks open tasks that wait for other people then
 * @param reports reports among the duties that are being written, approved or taken over
 * @param mails mails about the duties that end and that have not gone out: they will not
 */
public record Consequences(Duties duties, int tasks, int reports, int mails) {

    /**
     * Open duties of the units.
     *
     * @param transferred owed by another unit then
     * @param ended owed by nobody, since the other unit owes the same already, or there is none
     * @param kept owed by the unit as before, for good or until the day named
     */
    public record Duties(int transferred, int ended, int kept) {}

    public static Consequences sum(Collection<Consequences> each) {
        return each.stream().reduce(new Consequences(new Duties(0, 0, 0), 0, 0, 0), Consequences::plus);
    }

    private Consequences plus(Consequences other) {
        return new Consequences(
                new Duties(
                        duties.transferred + other.duties.transferred,
                        duties.ended + other.duties.ended,
                        duties.kept + other.duties.kept),
                tasks + other.tasks,
                reports + other.reports,
                mails + other.mails);
    }
}
