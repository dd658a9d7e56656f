package vn.plancascade.worklist.process;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.plancascade.deadline.Holder;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.kernel.Search;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Valid;
import vn.plancascade.worklist.WorkFilter;
import vn.plancascade.worklist.WorkItem;

/**
 * Reads user tasks with their candidate group and business key, which the engine's task query would fetch task by task.
 */
@Repository
class TaskReader {

    private static final String FROM = """
             from ACT_RU_TASK t
            join ACT_RU_EXECUTION p on p.ID_ = t.PROC_INST_ID_
            """;

    /** Claimed by somebody who holds the role no longer: a substitute whose window has closed. */
    private static final String CLAIM_LAPSED = """
            not exists (select 1 from role_assignment r join person h on h.login = r.login
              join ACT_RU_IDENTITYLINK l on l.TASK_ID_ = t.ID_ and l.TYPE_ = 'candidate'
                and l.GROUP_ID_ = r.role || ':' || r.unit_code
              where r.login = t.ASSIGNEE_ and h.enabled and %s)""".formatted(Valid.onDay("r"));

    /** What somebody may do in another's place is in their list while nobody holds the role, or once it was given to them. */
    private static final String IS_TURN = Holder.standingIn().stream()
            .map(holder -> """
                     and (t.TASK_DEF_KEY_ <> '%1$s' or t.ASSIGNEE_ = :login
                      or exists (select 1 from ACT_RU_IDENTITYLINK l where l.TASK_ID_ = t.ID_ and l.TYPE_ = 'candidate'
                        and l.GROUP_ID_ in (:groups) and l.GROUP_ID_ not like '%2$s:%%')
                      or not exists (select 1 from ACT_RU_IDENTITYLINK l
                        join role_assignment r on l.GROUP_ID_ = r.role || ':' || r.unit_code and r.role = '%3$s'
                        join person h on h.login = r.login
                        where l.TASK_ID_ = t.ID_ and l.TYPE_ = 'candidate' and h.enabled and %4$s))""".formatted(holder.taskKey(), holder.standIn(), holder.role(), Valid.onDay("r")))
            .collect(Collectors.joining());

    private final JdbcClient jdbc;
    private final Clock clock;

    TaskReader(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<WorkItem> find(String taskId) {
        return jdbc.sql(TaskRow.SELECT + FROM + " where t.ID_ = :id")
                .param("id", taskId)
                .query((row, n) -> TaskRow.read(row))
                .optional();
    }

    List<WorkItem> ofCase(String processInstanceId) {
        return processInstanceId == null ? List.of() : ofCases(List.of(processInstanceId));
    }

    List<WorkItem> ofCases(Collection<String> processInstanceIds) {
        if (processInstanceIds.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(TaskRow.SELECT + FROM + " where t.PROC_INST_ID_ in (:cases) order by t.CREATE_TIME_, t.ID_")
                .param("cases", processInstanceIds)
                .query((row, n) -> TaskRow.read(row))
                .list();
    }

    /**
     * A task that has ended: whose it was and who did it. The engine's history keeps neither groups nor variables, so the
     * unit is known only while the case or its obligation is there; null otherwise.
     */
    Optional<Past> past(String taskId) {
        return jdbc.sql("""
                        select coalesce(o.unit_code, v.TEXT_) as unit_code, t.ASSIGNEE_ from ACT_HI_TASKINST t
                        left join obligation o on o.process_instance_id = t.PROC_INST_ID_
                        left join ACT_RU_VARIABLE v on v.EXECUTION_ID_ = t.PROC_INST_ID_ and v.NAME_ = 'unitCode'
                        where t.ID_ = :id and t.END_TIME_ is not null""")
                .param("id", taskId)
                .query((row, n) -> new Past(row.getString(1), row.getString(2)))
                .optional();
    }

    /** Takes the task's row until the transaction ends; false if the task is gone. */
    boolean lock(String taskId) {
        return jdbc.sql("select ID_ from ACT_RU_TASK where ID_ = :id for update")
                .param("id", taskId)
                .query(String.class)
                .optional()
                .isPresent();
    }

    /** Tasks of these groups that nobody has claimed, or that this person has; a text is looked for in the duty's unit. */
    Page<WorkItem> search(Collection<String> groups, String login, WorkFilter filter, PageRequest page) {
        if (groups.isEmpty()) {
            return new Page<>(List.of(), page.page(), page.size(), 0);
        }
        Map<String, Object> params = new HashMap<>();
        params.put("groups", groups);
        params.put("login", login);
        String where = " where t.ID_ in (select g.TASK_ID_ from ACT_RU_IDENTITYLINK g where g.TYPE_ = 'candidate'"
                + " and g.GROUP_ID_ in (:groups)) and (t.ASSIGNEE_ is null or t.ASSIGNEE_ = :login or "
                + CLAIM_LAPSED + ") " + IS_TURN;
        params.put("day", VietnamTime.dayOf(clock.instant()));
        where += filtered(filter, params);
        long total = jdbc.sql("select count(*)" + FROM + where)
                .params(params)
                .query(Long.class)
                .single();
        List<WorkItem> items = jdbc.sql(TaskRow.SELECT + FROM + where
                        + " order by t.DUE_DATE_ nulls last, t.CREATE_TIME_, t.ID_ limit :size offset :offset")
                .params(params)
                .param("size", page.size())
                .param("offset", page.offset())
                .query((row, n) -> TaskRow.read(row))
                .list();
        return new Page<>(items, page.page(), page.size(), total);
    }

    private static String filtered(WorkFilter filter, Map<String, Object> params) {
        List<String> conditions = new ArrayList<>();
        if (filter.key() != null) {
            conditions.add("t.TASK_DEF_KEY_ = :key");
            params.put("key", filter.key());
        }
        if (filter.plan() != null) {
            conditions.add("(" + ofDuty("o.plan_id = :plan") + " or " + WorkItem.isAboutPlanSql("t.PROC_DEF_ID_")
                    + " and p.BUSINESS_KEY_ = :planKey)");
            params.put("plan", filter.plan());
            params.put("planKey", filter.plan().toString());
        }
        if (filter.period() != null) {
            conditions.add(ofDuty("o.period = :period"));
            params.put("period", filter.period());
        }
        if (filter.text() != null) {
            conditions.add(ofDuty(Search.condition(params, filter.text(), "u.name_folded", "lower(u.code)")));
        }
        return conditions.stream().map(condition -> " and " + condition).collect(Collectors.joining());
    }

    private static String ofDuty(String condition) {
        return "t.PROC_INST_ID_ in (select o.process_instance_id from obligation o join unit u on u.code = o.unit_code"
                + " where " + condition + ")";
    }

    record Past(String unitCode, String assignee) {}
}
