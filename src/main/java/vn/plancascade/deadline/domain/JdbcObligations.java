package vn.plancascade.deadline.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.ObligationEvent;
import vn.plancascade.deadline.ObligationPage;
import vn.plancascade.deadline.ObligationQuery;
import vn.plancascade.deadline.ObligationRow;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.deadline.PeriodText;
import vn.plancascade.deadline.Progress;
import vn.plancascade.deadline.WatchedDuty;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.organisation.Scope;
import vn.plancascade.organisation.UnitKind;

/** Reads duties one by one, by lists and by counts. */
@Service
@Transactional(readOnly = true)
class JdbcObligations implements Obligations {

    /** A unit may have been let off what it owes now in another one's place. */
    private static final String STANDING_FIRST =
            " order by case when " + DutySql.LET_OFF + " then 1 else 0 end, o.id desc limit 1";

    private final JdbcClient jdbc;
    private final ObligationSearch search;
    private final ObligationSums sums;
    private final StillOwed unsettled;
    private final DutyHistory history;
    private final Clock clock;

    JdbcObligations(
            JdbcClient jdbc,
            ObligationSearch search,
            ObligationSums sums,
            StillOwed unsettled,
            DutyHistory history,
            Clock clock) {
        this.jdbc = jdbc;
        this.search = search;
        this.sums = sums;
        this.unsettled = unsettled;
        this.history = history;
        this.clock = clock;
    }

    @Override
    public Optional<Obligation> find(long id) {
        return one("o.id = :id", Map.of("id", id));
    }

    @Override
    public Obligation get(long id) {
        return find(id).orElseThrow(() -> new NotFound("obligation.unknown"));
    }

    @Override
    public Optional<Obligation> find(long planId, DutyKind kind, String period, String unitCode) {
        return one(
                "o.plan_id = :plan and o.kind = :kind and o.period = :period and o.unit_code = :unit",
                Map.of("plan", planId, "kind", kind.name(), "period", period, "unit", unitCode));
    }

    @Override
    public Optional<Obligation> subPlan(long planId, String unitCode) {
        return one(
                "o.plan_id = :plan and o.kind = 'subPlan' and o.unit_code = :unit and " + PeriodText.notSupplement("o"),
                Map.of("plan", planId, "unit", unitCode));
    }

    @Override
    public List<Obligation> subPlans(long planId, String unitCode) {
        return jdbc.sql(ObligationSearch.SELECT
                        + " where o.plan_id = :plan and o.kind = 'subPlan' and o.unit_code = :unit order by o.id")
                .param("plan", planId)
                .param("unit", unitCode)
                .query((row, n) -> ObligationRow.read(row))
                .list();
    }

    private Optional<Obligation> one(String condition, Map<String, Object> params) {
        return jdbc.sql(ObligationSearch.SELECT + " where " + condition + STANDING_FIRST)
                .params(params)
                .query((row, n) -> ObligationRow.read(row))
                .optional();
    }

    @Override
    public Map<Long, Obligation> all(Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : jdbc
                        .sql(ObligationSearch.SELECT + " where o.id in (:ids)")
                        .param("ids", ids)
                        .query((row, n) -> ObligationRow.read(row))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Obligation::id, Function.identity()));
    }

    @Override
    public Page<Obligation> search(ObligationQuery query, Scope scope, PageRequest page) {
        return search.search(query, scope, clock.instant(), page);
    }

    @Override
    public ObligationPage<WatchedDuty> watch(ObligationQuery query, Scope scope, PageRequest page) {
        return search.watch(query, scope, clock.instant(), page);
    }

    @Override
    public void each(ObligationQuery query, Scope scope, Consumer<WatchedDuty> reader) {
        search.each(query, scope, clock.instant(), reader);
    }

    @Override
    public List<ObligationEvent> history(long id) {
        return history.of(id);
    }

    @Override
    public Optional<Signature> signature(long id) {
        return jdbc.sql(
                        "select signing_form, signed_for, signing_block from obligation where id = :id and signing_block is not null")
                .param("id", id)
                .query((row, n) -> new Signature(
                        row.getString(1),
                        row.getString(2),
                        List.of(row.getString(3).split("\n"))))
                .optional();
    }

    @Override
    public Progress progress(long planId, DutyKind kind, Scope scope) {
        return sums.progress(planId, kind, scope, clock.instant());
    }

    @Override
    public Map<String, Progress> summary(Long planId, DutyKind kind, SummaryBy by, Scope scope) {
        return sums.summary(planId, kind, by, scope, clock.instant());
    }

    @Override
    public List<Obligation> open(long planId, int n) {
        return unsettled.open(planId, n);
    }

    @Override
    public Optional<Instant> latestDue(long planId) {
        return unsettled.latestDue(planId);
    }

    @Override
    public List<Obligation> owed(Owed which, int n) {
        return unsettled.owed(which, n);
    }

    @Override
    public boolean anyApproved(long planId, DutyKind kind, String period, Collection<UnitKind> kinds) {
        return unsettled.anyApproved(planId, kind, period, kinds);
    }

    @Override
    public boolean isLaunched(long planId) {
        return jdbc.sql("select exists (select 1 from obligation where plan_id = :plan)")
                .param("plan", planId)
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean anyUnsettled(long planId) {
        return unsettled.any(planId);
    }

    @Override
    public boolean anyUnsettled(long planId, DutyKind kind, String period) {
        return unsettled.any(planId, kind, period);
    }
}
