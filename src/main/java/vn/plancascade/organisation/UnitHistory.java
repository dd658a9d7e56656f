package vn.plancascade.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Where units have stood in both trees, and what has been changed of them. */
public interface UnitHistory {

    /** The units above, today's, earlier ones and those to come, by both relations. */
    List<Above> above(String code);

    /** How many units stand right below each of these today, along {@code reportsTo}; those with none are left out. */
    Map<String, Integer> below(Collection<String> codes);

    /** What imports have changed, or will change on a day to come; the newest first. */
    List<Change> changes(String code);

    /** The closed units in whose place this one came, or whose units below went on under it on the day on which they closed. */
    List<Named> predecessors(String code);

    /** The units that came in the place of this one, or under which those below it went on, on the day on which it closed. */
    List<Named> successors(String code);

    /** @param validTo the first day on which it no longer holds; null while it does */
    record Above(Relation relation, String code, String name, LocalDate validFrom, LocalDate validTo) {}

    /**
     * @param from the first day on which it counts
     * @param values what the unit has since then, by the names of the columns of an import; null where it was taken away
     * @param by login
     * @param applied whether the day has come
     */
    record Change(LocalDate from, Map<String, String> values, String by, Instant at, boolean applied) {}

    record Named(String code, String name) {}
}
