package vn.plancascade.reorganisation.domain;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.deadline.PlanTermsSource;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Names;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Unit;
import vn.plancascade.organisation.UnitHistory;
import vn.plancascade.reorganisation.UnitChange;
import vn.plancascade.reorganisation.UnitChange.Kind;

/** What must hold of a change before anything is changed. */
@Component
class UnitChangeRules {

    private final Organisation organisation;
    private final UnitHistory history;
    private final PlanTermsSource plans;
    private final Obligations obligations;
    private final KeptWorkRules kept;

    UnitChangeRules(
            Organisation organisation,
            UnitHistory history,
            PlanTermsSource plans,
            Obligations obligations,
            KeptWorkRules kept) {
        this.organisation = organisation;
        this.history = history;
        this.plans = plans;
        this.obligations = obligations;
        this.kept = kept;
    }

    /** The same with codes as they are kept and a day. */
    UnitChange checked(UnitChange sent, LocalDate today) {
        refuseIf(sent.kind() == null, "kind", "required");
        LocalDate from = sent.from() == null ? today : sent.from();
        refuseIf(from.isBefore(today), "from", "reorganisation.past");
        List<String> into = sent.into().stream().map(Names::code).distinct().toList();
        List<String> units = sent.units().stream()
                .map(code -> goingOn("units", code, today).code())
                .distinct()
                .filter(code -> !(sent.kind() == Kind.merge
                        && into.contains(code)
                        && sent.units().size() > 1))
                .toList();
        refuseIf(units.isEmpty(), "units", "required");
        refuseIf(sent.kind() != Kind.merge && units.size() > 1, "units", "reorganisation.oneUnit");
        UnitChange change =
                new UnitChange(sent.kind(), units, into, from, Names.cleanLine(sent.name()), sent.keepUntil());
        checkInto(change, today);
        kept.check(change);
        if (change.kind().ends()) {
            checkEnding(change);
        }
        return change;
    }

    private static void refuseIf(boolean wrong, String field, String code) {
        if (wrong) {
            throw new InvalidInput(field, code);
        }
    }

    private void checkInto(UnitChange change, LocalDate today) {
        List<String> into = change.into();
        switch (change.kind()) {
            case close, rename -> {
                refuseIf(!into.isEmpty(), "into", "reorganisation.noInto");
                refuseIf(change.kind() == Kind.rename && change.name() == null, "name", "required");
            }
            case split -> {
                refuseIf(into.size() < 2, "into", "reorganisation.severalInto");
                into.forEach(code -> goingOn("into", code, today));
            }
            case merge, move -> {
                refuseIf(into.size() != 1, "into", "required");
                boolean founded = change.kind() == Kind.merge
                        && change.name() != null
                        && organisation.unit(into.get(0)).isEmpty();
                if (!founded && change.kind() == Kind.merge) {
                    goingOn("into", into.get(0), today);
                } else if (!founded) {
                    known("into", into.get(0));
                }
            }
        }
        refuseIf(into.stream().anyMatch(change.units()::contains), "into", "reorganisation.itself");
    }

    private Unit known(String field, String code) {
        if (code == null || code.isBlank()) {
            throw new InvalidInput(field, "required");
        }
        return organisation.unit(code).orElseThrow(() -> new InvalidInput(field, "unit.unknown", code));
    }

    /** A unit that owes something and whose end is not in sight. */
    private Unit goingOn(String field, String code, LocalDate today) {
        Unit unit = known(field, code);
        if (!unit.kind().hasDuties()) {
            throw new InvalidInput(field, "reorganisation.noDuties", unit.name());
        }
        if (unit.validTo() != null || unit.validFrom().isAfter(today)) {
            throw new InvalidInput(field, "reorganisation.notGoingOn", unit.name());
        }
        return unit;
    }

    private void checkEnding(UnitChange change) {
        Set<String> units = new HashSet<>(change.units());
        for (long plan : plans.watchedBy(units)) {
            if (obligations.anyUnsettled(plan)) {
                throw new Conflict("reorganisation.focalUnit", plan);
            }
        }
        if (change.kind() == Kind.close && !history.below(units).isEmpty()) {
            throw new Conflict("reorganisation.unitsBelow");
        }
    }
}
