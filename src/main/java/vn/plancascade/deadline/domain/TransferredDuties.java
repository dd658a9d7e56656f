package vn.plancascade.deadline.domain;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.CasesByKind;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.DutyNote;
import vn.plancascade.deadline.DutyTransfers;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.deadline.PlanTermsSource;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Unit;

@Service
@Transactional
class TransferredDuties implements DutyTransfers {

    private final JdbcClient jdbc;
    private final Obligations obligations;
    private final DutyHistory history;
    private final CasesByKind cases;
    private final Organisation organisation;
    private final PlanTermsSource terms;
    private final ApplicationEventPublisher events;

    TransferredDuties(
            JdbcClient jdbc,
            Obligations obligations,
            DutyHistory history,
            CasesByKind cases,
            Organisation organisation,
            PlanTermsSource terms,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.obligations = obligations;
        this.history = history;
        this.cases = cases;
        this.organisation = organisation;
        this.terms = terms;
        this.events = events;
    }

    /** What is owed once. */
    private record Owed(long plan, DutyKind kind, String period) {

        static Owed of(Obligation duty) {
            return new Owed(duty.planId(), duty.kind(), duty.period());
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Fate fate(List<String> units, String into) {
        Map<Owed, Long> there = new HashMap<>();
        if (into != null) {
            duties("o.unit_code = :unit and not " + DutySql.LET_OFF, Map.of("unit", into))
                    .forEach(duty -> there.put(Owed.of(duty), duty.id()));
        }
        List<Obligation> transferred = new ArrayList<>();
        Map<Obligation, Long> ended = new LinkedHashMap<>();
        for (String unit : units) {
            for (Obligation duty : duties("o.unit_code = :unit and " + DutySql.UNSETTLED, Map.of("unit", unit))) {
                if (into == null || there.putIfAbsent(Owed.of(duty), duty.id()) != null) {
                    ended.put(duty, there.get(Owed.of(duty)));
                } else {
                    transferred.add(duty);
                }
            }
        }
        return new Fate(transferred, ended);
    }

    @Override
    @Transactional(readOnly = true)
    public Set<Long> plansOwed(Collection<String> units) {
        return jdbc.sql("select distinct o.plan_id from obligation o where o.unit_code in (:units) and "
                        + DutySql.UNSETTLED)
                .param("units", units)
                .query(Long.class)
                .set();
    }

    private List<Obligation> duties(String which, Map<String, ?> values) {
        List<Long> ids = ids(which, values);
        Map<Long, Obligation> all = obligations.all(ids);
        return ids.stream().map(all::get).toList();
    }

    private List<Long> ids(String which, Map<String, ?> values) {
        return jdbc.sql("select o.id from obligation o where " + which + " order by o.id")
                .params(values)
                .query(Long.class)
                .list();
    }

    @Override
    public void carryOut(Fate fate, List<String> units, String into, String actor, String reason) {
        Map<Long, String> unit = new HashMap<>();
        fate.transferred().stream().collect(groupingBy(Obligation::unitName)).forEach((name, owed) -> {
            List<Long> ids = owed.stream().map(Obligation::id).toList();
            set(ids, "unit_code", into);
            history.addToAll(ids, DutyNote.transferred, actor, name);
            ids.forEach(id -> unit.put(id, into));
        });
        Map<Long, String> superior = new HashMap<>();
        if (into != null) {
            superiorsOf(into, superior);
            // Their cases find the unit by its code, which is replaced in all of them at once.
            List<Long> below = ids(
                    "o.superior_code in (:units) and o.unit_code <> :into and " + DutySql.UNSETTLED,
                    Map.of("units", units, "into", into));
            set(below, "superior_code", into);
            below.forEach(id -> superior.put(id, into));
        }
        Map<Long, Long> inPlaceOf = new HashMap<>();
        fate.ended().forEach((duty, other) -> {
            if (other != null) {
                inPlaceOf.put(duty.id(), other);
            }
        });
        events.publishEvent(new DutiesTransferred(unit, superior, inPlaceOf));
        fate.ended().keySet().forEach(duty -> cases.withdraw(duty, actor, reason));
    }

    @Override
    public void superiorChanged(String unit) {
        Map<Long, String> superior = new HashMap<>();
        superiorsOf(unit, superior);
        events.publishEvent(new DutiesTransferred(Map.of(), superior, Map.of()));
    }

    /** Who takes over what the unit owes: its superior of today, or the unit that watches the plan. */
    private void superiorsOf(String unit, Map<Long, String> changed) {
        String above = organisation
                .unit(unit)
                .map(Unit::reportsToCode)
                .flatMap(organisation::unit)
                .filter(each -> each.kind().hasDuties())
                .map(Unit::code)
                .orElse(null);
        for (Obligation duty : duties(
                "o.unit_code = :unit and o.superior_code is not null and " + DutySql.UNSETTLED, Map.of("unit", unit))) {
            String superior = above == null ? terms.terms(duty.planId()).focalUnit() : above;
            if (!superior.equals(duty.superiorCode())) {
                set(List.of(duty.id()), "superior_code", superior);
                cases.of(duty).superiorChanged(duty, superior);
                changed.put(duty.id(), superior);
            }
        }
    }

    private void set(List<Long> duties, String column, String unit) {
        if (!duties.isEmpty()) {
            jdbc.sql("update obligation set " + column + " = :unit where id in (:ids)")
                    .param("unit", unit)
                    .param("ids", duties)
                    .update();
        }
    }
}
