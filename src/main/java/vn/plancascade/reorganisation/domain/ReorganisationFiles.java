package vn.plancascade.reorganisation.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.kernel.BusinessProblem;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.kernel.Violation;
import vn.plancascade.kernel.sheet.WrittenValues;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.RejectedImport;
import vn.plancascade.organisation.UnitChangeFile;
import vn.plancascade.reorganisation.Consequences;
import vn.plancascade.reorganisation.UnitChange;
import vn.plancascade.reorganisation.UnitChange.Kind;
import vn.plancascade.reorganisation.UnitChangeFiles;

@Service
@Transactional
class ReorganisationFiles implements UnitChangeFiles {

    private final UnitChangeFile file;
    private final UnitChangeRules rules;
    private final Reorganisations reorganisations;
    private final Organisation organisation;
    private final Clock clock;
    private final Map<String, Kind> kinds;

    ReorganisationFiles(
            UnitChangeFile file,
            UnitChangeRules rules,
            Reorganisations reorganisations,
            Organisation organisation,
            MessageSource messages,
            Clock clock) {
        this.file = file;
        this.rules = rules;
        this.reorganisations = reorganisations;
        this.organisation = organisation;
        this.clock = clock;
        this.kinds = WrittenValues.of(Kind.values(), "unitChange.kind.", messages);
    }

    @Override
    public Outcome run(Actor actor, String name, byte[] content, boolean dryRun) {
        actor.requireAdministrator();
        List<UnitChangeFile.Row> rows = file.read(name, content);
        List<UnitChange> changes = checked(rows);
        Map<String, String> names = organisation.unitNames(
                changes.stream().flatMap(UnitChange::mentioned).collect(Collectors.toSet()));
        List<Consequences> each = reorganisations.runAll(actor, changes, dryRun);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            lines.add(new Line(rows.get(i).number(), changes.get(i), each.get(i)));
        }
        return new Outcome(dryRun, Consequences.sum(each), new TreeMap<>(names), lines);
    }

    private List<UnitChange> checked(List<UnitChangeFile.Row> rows) {
        LocalDate today = VietnamTime.dayOf(clock.instant());
        List<RejectedImport.Problem> problems = new ArrayList<>();
        List<UnitChange> changes = new ArrayList<>();
        Set<String> changed = new HashSet<>();
        Set<String> receiving = new HashSet<>();
        for (UnitChangeFile.Row row : rows) {
            UnitChange change = null;
            try {
                change = rules.checked(read(row), today);
            } catch (BusinessProblem refused) {
                problems.addAll(RowProblems.of(row, refused));
            }
            if (change != null) {
                refuseIfTwice(row, change, changed, receiving, problems);
                changes.add(change);
            }
        }
        for (int i = 0; problems.isEmpty() && i < rows.size(); i++) {
            for (String into : changes.get(i).into()) {
                if (changed.contains(into)) {
                    problems.add(RowProblems.of(rows.get(i), new Violation("into", "reorganisation.changesToo", into)));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new RejectedImport(problems, 0, List.of());
        }
        return changes;
    }

    /** What one row does must not depend on what another one did before it. */
    private static void refuseIfTwice(
            UnitChangeFile.Row row,
            UnitChange change,
            Set<String> changed,
            Set<String> receiving,
            List<RejectedImport.Problem> problems) {
        for (String unit : change.units()) {
            if (!changed.add(unit)) {
                problems.add(RowProblems.of(row, new Violation("units", "reorganisation.twice", unit)));
            }
        }
        String heir = change.heir();
        if (heir != null && !receiving.add(heir)) {
            problems.add(RowProblems.of(row, new Violation("into", "reorganisation.twice", heir)));
        }
    }

    private UnitChange read(UnitChangeFile.Row row) {
        Kind kind = row.kind() == null ? null : kinds.get(Names.folded(row.kind()));
        if (row.kind() != null && kind == null) {
            throw new InvalidInput("kind", "reorganisation.kindUnknown", row.kind());
        }
        return new UnitChange(kind, row.units(), row.into(), row.from(), row.name(), row.keepUntil());
    }
}
