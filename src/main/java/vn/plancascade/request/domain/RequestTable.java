package vn.plancascade.request.domain;

import static vn.plancascade.kernel.Conditions.equal;
import static vn.plancascade.kernel.VietnamTime.offset;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.organisation.Scope;
import vn.plancascade.request.ExtensionRequest;
import vn.plancascade.request.RequestQuery;
import vn.plancascade.request.RequestState;

/** Rows of {@code extension_request}. At most one of a duty is open: the column {@code open_of} is unique. */
@Repository
class RequestTable {

    private static final String FROM =
            " from extension_request r join obligation o on o.id = r.obligation_id join unit u on u.code = o.unit_code";

    private static final String SELECT =
            "select r.*, o.plan_id, o.kind, o.period, o.unit_code, u.name as unit_name" + FROM;

    private final JdbcClient jdbc;
    private final Clock clock;

    RequestTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws Conflict if one is open */
    long add(long obligation, LocalDate until, String reason, String login, String deciderUnit, boolean beyondLimit) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        try {
            jdbc.sql("""
                            insert into extension_request
                              (obligation_id, open_of, until_day, reason, asked_by, asked_at, decider_unit, beyond_limit, state)
                            values (:duty, :duty, :until, :reason, :login, :now, :decider, :beyond, 'open')""")
                    .param("duty", obligation)
                    .param("until", until)
                    .param("reason", reason)
                    .param("login", login)
                    .param("now", offset(clock.instant()))
                    .param("decider", deciderUnit)
                    .param("beyond", beyondLimit)
                    .update(key, "id");
        } catch (DuplicateKeyException open) {
            throw new Conflict("request.open");
        }
        return key.getKeyAs(Number.class).longValue();
    }

    Optional<ExtensionRequest> find(long id) {
        return one("r.id = :value", id);
    }

    /** The open request of a duty. */
    Optional<ExtensionRequest> openOf(long obligation) {
        return one("r.open_of = :value", obligation);
    }

    Optional<ExtensionRequest> lastOf(long obligation) {
        return one("r.obligation_id = :value", obligation);
    }

    private Optional<ExtensionRequest> one(String condition, long value) {
        return jdbc.sql(SELECT + " where " + condition + " order by r.id desc limit 1")
                .param("value", value)
                .query((row, n) -> RequestRow.read(row))
                .optional();
    }

    /**
     * Ends the open request of a duty.
     *
     * @param login who decided; null where it ended by itself
     */
    boolean end(long obligation, RequestState state, LocalDate granted, String login, String comment) {
        return jdbc.sql("""
                        update extension_request set open_of = null, state = :state, granted_until = :granted,
                          decided_by = :login, decided_at = :now, comment = :comment where open_of = :duty""")
                        .param("state", state.name())
                        .param("granted", granted)
                        .param("login", login)
                        .param("now", offset(clock.instant()))
                        .param("comment", comment)
                        .param("duty", obligation)
                        .update()
                == 1;
    }

    Page<ExtensionRequest> search(RequestQuery query, Scope scope, Set<String> deciders, PageRequest page) {
        Map<String, Object> params = new HashMap<>(scope.params());
        params.put("deciders", deciders.isEmpty() ? Set.of("") : deciders);
        List<String> conditions = new ArrayList<>();
        conditions.add("(" + scope.condition("o.unit_code") + " or r.decider_unit in (:deciders))");
        equal(conditions, params, "r.state", "state", query.state());
        equal(conditions, params, "o.unit_code", "unit", query.unit());
        equal(conditions, params, "o.plan_id", "plan", query.plan());
        equal(conditions, params, "o.id", "duty", query.obligation());
        String where = " where " + String.join(" and ", conditions);
        long total = jdbc.sql("select count(*)" + FROM + where)
                .params(params)
                .query(Long.class)
                .single();
        List<ExtensionRequest> items = jdbc.sql(SELECT + where + " order by r.id desc limit :size offset :offset")
                .params(params)
                .param("size", page.size())
                .param("offset", page.offset())
                .query((row, n) -> RequestRow.read(row))
                .list();
        return new Page<>(items, page.page(), page.size(), total);
    }
}
