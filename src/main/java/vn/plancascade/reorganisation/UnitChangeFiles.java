package vn.plancascade.reorganisation;

import java.util.List;
import java.util.Map;
import vn.plancascade.organisation.Actor;

/** Many changes of units at once, as a reform brings them: all of a file or nothing. */
public interface UnitChangeFiles {

    /**
     * Works out what each row means, and makes all of them unless they are only tried. No row is about what another one changes:
     * their order means nothing.
     *
     * @throws vn.plancascade.kernel.NotAllowed unless the actor is an administrator
     * @throws vn.plancascade.organisation.RejectedImport naming rows and columns, if anything in it is wrong
     */
    Outcome run(Actor actor, String name, byte[] content, boolean dryRun);

    /**
     * @param all the sum over the rows
     * @param names of the units that there are, by their codes
     */
    record Outcome(boolean dryRun, Consequences all, Map<String, String> names, List<Line> rows) {}

    /** @param row the line in the sheet or file, from 1 */
    record Line(int row, UnitChange change, Consequences consequences) {}
}
