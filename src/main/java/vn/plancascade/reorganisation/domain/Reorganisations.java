package vn.plancascade.reorganisation.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.DutyReason;
import vn.plancascade.deadline.DutyTransfers;
import vn.plancascade.deadline.DutyTransfers.Fate;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.engine.UnitsInCases;
import vn.plancascade.kernel.Act;
import vn.plancascade.kernel.ActWord;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.notification.Notices;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.NewUnit;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.OrganisationAdmin;
import vn.plancascade.organisation.Relation;
import vn.plancascade.organisation.Role;
import vn.plancascade.organisation.Unit;
import vn.plancascade.organisation.UnitKind;
import vn.plancascade.reorganisation.Consequences;
import vn.plancascade.reorganisation.UnitChange;
import vn.plancascade.reorganisation.UnitChange.Kind;
import vn.plancascade.reorganisation.UnitChanges;
import vn.plancascade.reorganisation.domain.ReorganisationTable.Entered;

@Service
@Transactional
public class Reorganisations implements UnitChanges {

    private final UnitChangeRules rules;
    private final ReorganisationTable table;
    private final ReorganisationCases cases;
    private final DutyTransfers duties;
    private final UnitsInCases units;
    private final Notices notices;
    private final Organisation organisation;
    private final OrganisationAdmin admin;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Reorganisations(
            UnitChangeRules rules,
            ReorganisationTable table,
            ReorganisationCases cases,
            DutyTransfers duties,
            UnitsInCases units,
            Notices notices,
            Organisation organisation,
            OrganisationAdmin admin,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rules = rules;
        this.table = table;
        this.cases = cases;
        this.duties = duties;
        this.units = units;
        this.notices = notices;
        this.organisation = organisation;
        this.admin = admin;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Consequences run(Actor actor, UnitChange sent, boolean dryRun) {
        actor.requireAdministrator();
        LocalDate today = VietnamTime.dayOf(clock.instant());
        return runAll(actor, List.of(rules.checked(sent, today)), dryRun).get(0);
    }

    /** What each of these means, of which none is about what another one changes; made unless they are only tried. */
    List<Consequences> runAll(Actor actor, List<UnitChange> checked, boolean dryRun) {
        List<Consequences> consequences =
                checked.stream().map(this::consequences).toList();
        if (!dryRun) {
            // Read before anything of the tree is changed: it cannot be derived again until that is committed.
            List<Boolean> below = checked.stream().map(this::isHeirBelow).toList();
            for (int i = 0; i < checked.size(); i++) {
                UnitChange change = checked.get(i);
                events.publishEvent(Act.of(ActWord.unitsChanged, actor.login())
                        .inUnits(change.units())
                        .about(change.kind()
                                + (change.into().isEmpty() ? "" : " → " + String.join(", ", change.into())))
                        .saying(change.name()));
                make(change, below.get(i), actor);
            }
        }
        return consequences;
    }

    private boolean isHeirBelow(UnitChange change) {
        return change.heir() != null
                && change.units().stream()
                        .anyMatch(unit -> organisation.subtree(unit).contains(change.heir()));
    }

    private Consequences consequences(UnitChange change) {
        Fate fate = duties.fate(change.units(), change.heir());
        if (!change.kind().ends() || change.keepUntil() != null) {
            int kept = fate.transferred().size() + fate.ended().size();
            return new Consequences(new Consequences.Duties(0, 0, kept), 0, fate.reports(), 0);
        }
        return new Consequences(
                new Consequences.Duties(fate.transferred().size(), fate.ended().size(), 0),
                units.waitingFor(groups(change.units())),
                fate.reports(),
                notices.waitingFor(
                        fate.ended().keySet().stream().map(Obligation::id).toList()));
    }

    private void make(UnitChange change, boolean below, Actor actor) {
        LocalDate from = change.from();
        String unit = change.units().get(0);
        switch (change.kind()) {
            case rename -> admin.rename(unit, change.name(), from, actor.login());
            case move -> admin.relate(unit, Relation.REPORTS_TO, change.into().get(0), from);
            case merge, split, close -> end(change, below, actor);
        }
        if (change.kind() != Kind.rename) {
            cases.await(table.add(new Entered(
                    change.units(), change.heir(), from, change.kind().ends(), change.handedOverOn(), actor.login())));
        }
    }

    /** The units of the tree, from the day on. */
    private void end(UnitChange change, boolean below, Actor actor) {
        Unit gone = organisation.unit(change.units().get(0)).orElseThrow();
        String into = change.heir();
        if (into != null) {
            if (organisation.unit(into).isEmpty()) {
                found(into, change, gone);
            } else if (change.kind() == Kind.merge && change.name() != null) {
                admin.rename(into, change.name(), change.from(), actor.login());
            }
            if (below) {
                admin.relate(into, Relation.REPORTS_TO, gone.reportsToCode(), change.from());
            }
            admin.moveBelow(change.units(), into, change.from());
            joinProvinces(change, into, actor);
        }
        change.units().forEach(unit -> admin.close(unit, change.into(), change.from(), change.handedOverOn()));
    }

    /** Where departments of health merge across provinces, their provinces have merged: all units go along. */
    private void joinProvinces(UnitChange change, String into, Actor actor) {
        List<String> provinces = change.units().stream()
                .map(unit -> organisation.unit(unit).orElseThrow())
                .filter(unit -> unit.kind() == UnitKind.DOH)
                .map(Unit::provinceCode)
                .toList();
        if (change.kind() == Kind.merge && !provinces.isEmpty()) {
            admin.moveProvinces(provinces, into, change.from(), actor.login());
        }
    }

    /** The new unit is what the first one was, and has the people of all. */
    private void found(String code, UnitChange change, Unit like) {
        admin.addUnit(new NewUnit(
                code,
                change.name(),
                like.kind(),
                like.provinceCode(),
                like.parentCode(),
                like.reportsToCode(),
                like.email(),
                like.symbol(),
                like.place(),
                like.numbering(),
                change.from(),
                false));
        admin.takePeople(change.units(), code, change.from());
    }

    /** The moment at which what is under way goes over. */
    @Transactional(readOnly = true)
    public Instant day(long id) {
        return VietnamTime.startOf(table.get(id).handedOverOn());
    }

    /** What is under way goes over: the duties, the open tasks and whoever takes reports over. Harmless to repeat. */
    public void carryOut(long id) {
        Entered change = table.get(id);
        organisation.refreshTree();
        if (!change.ends()) {
            duties.superiorChanged(change.units().get(0));
            return;
        }
        String into = standing(change.into());
        Fate fate = duties.fate(change.units(), into);
        if (into != null) {
            // Before others end: what the engine has ended it still finds until the transaction is over.
            change.units().forEach(unit -> units.replace(groups(List.of(unit)), unit, into));
        }
        duties.carryOut(fate, change.units(), into, change.by(), DutyReason.unitClosed.name());
    }

    /** The unit in whose place another one may have come since the change was entered. */
    private String standing(String into) {
        LocalDate today = VietnamTime.dayOf(clock.instant());
        String heir = into;
        while (heir != null && hasEnded(heir, today)) {
            heir = table.heirOf(heir, today).orElse(null);
        }
        return heir;
    }

    private boolean hasEnded(String unit, LocalDate today) {
        LocalDate end = organisation.unit(unit).map(Unit::validTo).orElse(null);
        return end != null && !end.isAfter(today);
    }

    private static List<String> groups(Collection<String> units) {
        return units.stream()
                .flatMap(unit -> Arrays.stream(Role.values()).map(role -> role.group(unit)))
                .toList();
    }
}
