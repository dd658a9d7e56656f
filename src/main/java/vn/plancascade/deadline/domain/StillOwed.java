package vn.plancascade.deadline.domain;

import static vn.plancascade.kernel.Rows.instant;
import static vn.plancascade.kernel.VietnamTime.offset;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.ObligationRow;
import vn.plancascade.deadline.Obligations.Owed;
import vn.plancascade.organisation.UnitKind;

/** What is still owed by a plan. */
@Repository
class StillOwed {

    private final JdbcClient jdbc;

    StillOwed(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Obligation> open(long planId, int n) {
        return jdbc.sql("""
                        %s where o.plan_id = :plan and (%s or o.amendment is not null)
                        order by o.id limit :n""".formatted(ObligationSearch.SELECT, DutySql.UNSETTLED))
                .param("plan", planId)
                .param("n", n)
                .query((row, i) -> ObligationRow.read(row))
                .list();
    }

    Optional<Instant> latestDue(long planId) {
        return jdbc.sql("select max(o.due_at) as due_at from obligation o where o.plan_id = :plan and "
                        + DutySql.UNSETTLED)
                .param("plan", planId)
                .query((row, n) -> Optional.ofNullable(instant(row, "due_at")))
                .single();
    }

    List<Obligation> owed(Owed which, int n) {
        return jdbc.sql("""
                        %s where o.plan_id = :plan and o.kind = :kind and o.period = :period and o.given_kind in (:kinds)
                          and %s%s%s order by o.id limit :n""".formatted(
                                ObligationSearch.SELECT,
                                DutySql.UNSETTLED,
                                which.dueBefore() == null ? "" : " and o.due_at < :before",
                                which.originalDueAt() == null ? "" : " and o.original_due_at = :original"))
                .param("plan", which.planId())
                .param("kind", which.kind().name())
                .param("period", which.period())
                .param("kinds", names(which.kinds()))
                .param("before", offset(which.dueBefore()))
                .param("original", offset(which.originalDueAt()))
                .param("n", n)
                .query((row, i) -> ObligationRow.read(row))
                .list();
    }

    boolean anyApproved(long planId, DutyKind kind, String period, Collection<UnitKind> kinds) {
        return jdbc.sql("""
                        select exists (select 1 from obligation o
                          where o.plan_id = :plan and o.kind = :kind and o.period = :period and o.given_kind in (:kinds)
                            and o.state in ('awaitingIssue', 'issued'))""")
                .param("plan", planId)
                .param("kind", kind.name())
                .param("period", period)
                .param("kinds", names(kinds))
                .query(Boolean.class)
                .single();
    }

    private static List<String> names(Collection<UnitKind> kinds) {
        return kinds.stream().map(Enum::name).toList();
    }

    boolean any(long planId) {
        return jdbc.sql("select exists (select 1 from obligation o where o.plan_id = :plan and " + DutySql.UNSETTLED
                        + ")")
                .param("plan", planId)
                .query(Boolean.class)
                .single();
    }

    boolean any(long planId, DutyKind kind, String period) {
        return jdbc.sql("""
                        select exists (select 1 from obligation o
                          where o.plan_id = :plan and o.kind = :kind and o.period = :period and %s)""".formatted(DutySql.UNSETTLED))
                .param("plan", planId)
                .param("kind", kind.name())
                .param("period", period)
                .query(Boolean.class)
                .single();
    }
}
