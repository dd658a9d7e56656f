package vn.plancascade.monitoring.web;

import static vn.plancascade.kernel.VietnamTime.offset;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.Measures;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.ObligationQuery;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.deadline.PlanTerms;
import vn.plancascade.deadline.PlanTermsSource;
import vn.plancascade.deadline.WatchedDuty;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.monitoring.web.UnitRecord.Above;
import vn.plancascade.monitoring.web.UnitRecord.DutyOfUnit;
import vn.plancascade.monitoring.web.UnitRecord.InRole;
import vn.plancascade.monitoring.web.UnitRecord.Kept;
import vn.plancascade.monitoring.web.UnitRecord.MailsOfUnit;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Role;
import vn.plancascade.organisation.Scope;
import vn.plancascade.organisation.Unit;
import vn.plancascade.organisation.UnitHistory;
import vn.plancascade.organisation.Valid;

/** Reads the records of units, by as many statements for one that has owed much as for one that has owed nothing. */
@Component
class UnitRecords {

    private final Obligations obligations;
    private final PlanTermsSource plans;
    private final Organisation organisation;
    private final UnitHistory history;
    private final JdbcClient jdbc;
    private final Clock clock;

    UnitRecords(
            Obligations obligations,
            PlanTermsSource plans,
            Organisation organisation,
            UnitHistory history,
            JdbcClient jdbc,
            Clock clock) {
        this.obligations = obligations;
        this.plans = plans;
        this.organisation = organisation;
        this.history = history;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws NotFound if there is no such unit, or the actor is not to know of it */
    UnitRecord of(Actor actor, String code) {
        Scope scope = organisation.scopeOf(actor);
        Unit unit = organisation
                .unit(code)
                .filter(found -> organisation.isWithin(scope, found.code()))
                .orElseThrow(() -> new NotFound("unit.unknown", code));
        List<WatchedDuty> owed = obligations
                .watch(
                        new ObligationQuery(null, null, null, unit.code(), null, null, null, null, "plan"),
                        scope,
                        new PageRequest(0, PageRequest.MAX_SIZE))
                .items();
        Map<Long, PlanTerms> terms =
                plans.terms(owed.stream().map(duty -> duty.duty().planId()).collect(Collectors.toSet()));
        Instant now = clock.instant();
        return new UnitRecord(
                unit.code(),
                unit.name(),
                unit.kind(),
                unit.provinceCode(),
                unit.validFrom(),
                unit.validTo(),
                kept(owed.stream().map(WatchedDuty::duty).toList(), now),
                above(unit.code()),
                history.predecessors(unit.code()),
                history.successors(unit.code()),
                people(unit.code()),
                owed.stream()
                        .map(duty -> duty(duty, terms.get(duty.duty().planId()), now))
                        .sorted(Comparator.comparing(DutyOfUnit::year)
                                .reversed()
                                .thenComparing(DutyOfUnit::planId)
                                .thenComparing(DutyOfUnit::kind)
                                .thenComparing(DutyOfUnit::period))
                        .toList(),
                mails(unit.code()));
    }

    private static Kept kept(List<Obligation> duties, Instant now) {
        List<Obligation> expected = duties.stream()
                .filter(duty -> switch (duty.state()) {
                    case waived, notRequired, withdrawn, waitingForSuperior -> false;
                    default -> duty.dueAt() != null;
                })
                .toList();
        List<Obligation> actual =
                expected.stream().filter(duty -> duty.documentDate() != null).toList();
        long onTime = actual.stream().filter(duty -> !duty.late()).count();
        long onTimeOriginal =
                actual.stream().filter(duty -> !duty.lateAgainstOriginal()).count();
        long overdue = duties.stream().filter(duty -> duty.overdue(now)).count();
        Measures measures = new Measures(
                expected.size(), actual.size(), onTime, onTimeOriginal, duties.size(), 0, 0, overdue, Map.of());
        return new Kept(expected.size(), actual.size(), onTime, onTimeOriginal, overdue, measures.rateOnTime());
    }

    private static DutyOfUnit duty(WatchedDuty watched, PlanTerms plan, Instant now) {
        Obligation duty = watched.duty();
        return new DutyOfUnit(
                duty.id(),
                plan == null ? 0 : plan.year(),
                duty.planId(),
                plan == null ? null : plan.documentNumber(),
                plan == null ? null : plan.shortSubject(),
                duty.kind(),
                duty.period(),
                duty.state(),
                watched.step(),
                offset(duty.dueAt()),
                duty.documentNumber(),
                duty.documentDate(),
                duty.daysLate(now),
                duty.overdue(now),
                duty.timesReturned(),
                watched.extensions());
    }

    /** The units above, today's and earlier ones, by both relations. */
    private List<Above> above(String code) {
        return history.above(code).stream()
                .map(each ->
                        new Above(each.relation().name(), each.code(), each.name(), each.validFrom(), each.validTo()))
                .toList();
    }

    private List<InRole> people(String code) {
        return jdbc.sql("""
                        select r.role, r.title, p.login, p.full_name, p.email, r.substitution_id is not null
                        from role_assignment r join person p on p.login = r.login
                        where r.unit_code = :code and p.enabled and %s order by r.role, p.full_name""".formatted(Valid.onDay("r")))
                .param("code", code)
                .param("day", VietnamTime.dayOf(clock.instant()))
                .query((row, n) -> new InRole(
                        Role.valueOf(row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getBoolean(6)))
                .list();
    }

    private List<MailsOfUnit> mails(String code) {
        return jdbc.sql("""
                        select m.state, count(distinct m.id) from notice n
                        join obligation o on o.id = n.obligation_id join mail m on m.id = n.mail_id
                        where o.unit_code = :code group by m.state order by m.state""")
                .param("code", code)
                .query((row, n) -> new MailsOfUnit(row.getString(1), row.getLong(2)))
                .list();
    }
}
