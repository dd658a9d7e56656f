package vn.plancascade.audit.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.audit.Audit;
import vn.plancascade.audit.AuditEntry;
import vn.plancascade.audit.AuditQuery;
import vn.plancascade.database.PlannedStatements;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.kernel.Act;
import vn.plancascade.kernel.Rows;
import vn.plancascade.organisation.Actor;

/** Reads the audit, cut to the reader's scope inside its statement. */
@Service
@Transactional(readOnly = true)
class JdbcAudit implements Audit {

    private static final String SELECT = """
            select e.*, u.name as unit_name, o.kind, o.period
            from audit_entry e left join unit u on u.code = e.unit_code left join obligation o on o.id = e.obligation_id""";

    private final JdbcClient jdbc;
    private final JdbcClient byAndBy;
    private final AuditTable table;
    private final AuditConditions conditions;

    JdbcAudit(JdbcClient jdbc, DataSource dataSource, AuditTable table, AuditConditions conditions) {
        this.jdbc = jdbc;
        this.table = table;
        this.conditions = conditions;
        this.byAndBy = PlannedStatements.byAndBy(dataSource);
    }

    @Override
    public List<AuditEntry> find(Actor actor, AuditQuery query, int most) {
        Map<String, Object> params = new HashMap<>();
        return jdbc.sql(SELECT + conditions.where(actor, query, params) + " order by e.id desc limit :most")
                .params(params)
                .param("most", most)
                .query((row, n) -> entry(row))
                .list();
    }

    @Override
    public long count(Actor actor, AuditQuery query) {
        Map<String, Object> params = new HashMap<>();
        return jdbc.sql("select count(*) from audit_entry e" + conditions.where(actor, query, params))
                .params(params)
                .query(Long.class)
                .single();
    }

    @Override
    public void each(Actor actor, AuditQuery query, Consumer<AuditEntry> reader) {
        Map<String, Object> params = new HashMap<>();
        byAndBy.sql(SELECT + conditions.where(actor, query, params) + " order by e.id desc")
                .params(params)
                .query(row -> {
                    reader.accept(entry(row));
                });
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public long add(Act act) {
        return table.add(act);
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        return new AuditEntry(
                row.getLong("id"),
                Rows.instant(row, "at"),
                row.getString("actor"),
                row.getString("actor_name"),
                row.getString("act"),
                row.getString("unit_code"),
                row.getString("unit_name"),
                row.getObject("plan_id", Long.class),
                row.getObject("obligation_id", Long.class),
                kind == null ? null : DutyKind.valueOf(kind),
                row.getString("period"),
                row.getString("subject"),
                row.getString("detail"));
    }
}
