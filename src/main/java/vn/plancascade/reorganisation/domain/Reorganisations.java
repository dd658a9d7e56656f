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
        UnitChange change = rules.checked(sent, today);
        Consequences consequences = consequences(change);
        if (!dryRun) {
            events.publishEvent(Act.of(ActWord.unitsChanged, actor.login())
                    .inUnits(change.units())
                    .about(change.kind() + (change.into().isEmpty() ? "" : " → " + String.join(", ", change.into())))
                    .saying(change.name()));
            make(change, actor);
        }
        return consequences;
    }

    private Consequences consequences(UnitChange change) {
        Fate fate = duties.fate(change.units(), first(change));
        if (!change.kind().ends()) {
            return new Consequences(new Consequences.Duties(0, 0, fate.ended().size()), 0, fate.reports(), 0);
        }
        return new Consequences(
                new Consequences.Duties(fate.transferred().size(), fate.ended().size(), 0),
                units.waitingFor(groups(change.units())),
                fate.reports(),
                notices.waitingFor(
                        fate.ended().keySet().stream().map(Obligation::id).toList()));
    }

    private static String first(UnitChange change) {
        return change.kind().ends() && !change.into().isEmpty() ? change.into().get(0) : null;
    }

    private void make(UnitChange change, Actor actor) {
        LocalDate from = change.from();
        String unit = change.units().get(0);
        switch (change.kind()) {
            case rename -> admin.rename(unit, change.name(), from, actor.login());
            case move -> admin.relate(unit, Relation.REPORTS_TO, change.into().get(0), from);
            case merge, split, close -> end(change, actor);
        }
        if (change.kind() != Kind.rename) {
            cases.await(table.add(new Entered(change.units(), first(change), from, actor.login())));
        }
    }

    /** The units of the tree, from the day on. */
    private void end(UnitChange change, Actor actor) {
        Unit gone = organisation.unit(change.units().get(0)).orElseThrow();
        String into = first(change);
        if (into != null) {
            // Read before anything of the tree is changed: it cannot be derived again until that is committed.
            boolean below = change.units().stream()
                    .anyMatch(unit -> organisation.subtree(unit).contains(into));
            if (organisation.unit(into).isEmpty()) {
                found(into, change, gone);
            } else if (change.kind() == Kind.merge && change.name() != null) {
                admin.rename(into, change.name(), change.from(), actor.login());
            }
            if (below) {
                admin.relate(into, Relation.REPORTS_TO, gone.reportsToCode(), change.from());
            }
            admin.moveBelow(change.units(), into, change.from());
        }
        change.units().forEach(unit -> admin.close(unit, change.into(), change.from()));
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

    /** The moment from which a change counts. */
    @Transactional(readOnly = true)
    public Instant day(long id) {
        return VietnamTime.startOf(table.get(id).from());
    }

    /** What is under way goes over: the duties, the open tasks and whoever takes reports over. Harmless to repeat. */
    public void carryOut(long id) {
        Entered change = table.get(id);
        organisation.refreshTree();
        boolean moved = change.into() == null
                && organisation.unit(change.units().get(0)).map(Unit::validTo).isEmpty();
        if (moved) {
            duties.superiorChanged(change.units().get(0));
            return;
        }
        Fate fate = duties.fate(change.units(), change.into());
        if (change.into() != null) {
            // Before others end: what the engine has ended it still finds until the transaction is over.
            change.units().forEach(unit -> units.replace(groups(List.of(unit)), unit, change.into()));
        }
        duties.carryOut(fate, change.units(), change.into(), change.by(), DutyReason.unitClosed.name());
    }

    private static List<String> groups(Collection<String> units) {
        return units.stream()
                .flatMap(unit -> Arrays.stream(Role.values()).map(role -> role.group(unit)))
                .toList();
    }
}
