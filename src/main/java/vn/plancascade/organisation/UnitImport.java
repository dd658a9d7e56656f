package vn.plancascade.organisation;

import java.util.List;
import java.util.Map;

/** Takes units and people in from a file: all of it or nothing. */
public interface UnitImport {

    /** The most rows that a file may have. */
    int MAX_ROWS = 100_000;

    /** What columns of a file may be, by what its rows speak of: {@code units} or {@code people}. */
    Map<String, List<String>> fields();

    /**
     * Reads a file and says what it changes; without {@code dryRun} also changes it. The same file again changes nothing.
     *
     * @param name the file's name; one that ends in {@code .xlsx} has to be a workbook
     * @param reason why deciding roles are given and ended, kept with each; the file's name where there is none
     * @param map what the columns are, said by the person; remembered for the person's next files
     * @throws RejectedImport if anything in it is wrong
     * @throws vn.plancascade.kernel.NotAllowed if the actor is no administrator, or would be given a role that decides
     */
    Outcome run(Actor actor, String name, byte[] content, boolean dryRun, String reason, ColumnMap map);

    /** An empty CSV file, {@code people} or units. */
    byte[] csvTemplate(boolean people);

    /** An empty workbook with a sheet for units, one for people, and one that explains both. */
    byte[] xlsxTemplate();

    /**
     * @param rows rows that held anything, over all sheets
     * @param stillOwed how many duties the units that the file closes have not settled, by the unit's code
     * @param sheets what was recognised in the file
     */
    record Outcome(
            boolean dryRun,
            int rows,
            Changes units,
            Changes people,
            Changes roles,
            Map<String, Integer> stillOwed,
            List<SheetSeen> sheets) {}

    /**
     * @param unchanged rows that say what is there already
     * @param addedCodes up to a hundred of them; the same for the other two
     */
    record Changes(
            int added,
            int changed,
            int closed,
            int unchanged,
            List<String> addedCodes,
            List<String> changedCodes,
            List<String> closedCodes) {}
}
