package vn.plancascade.worklist.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.worklist.DoneWork;

/** What people have done, from the engine's history. */
@Repository
class DoneTasks {

    private static final String OF_PERSON =
            " from ACT_HI_TASKINST t where t.ASSIGNEE_ = :login and t.DELETE_REASON_ = 'completed'";

    private final JdbcClient jdbc;

    DoneTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Page<DoneWork> of(String login, PageRequest page) {
        long total = jdbc.sql("select count(*)" + OF_PERSON)
                .param("login", login)
                .query(Long.class)
                .single();
        List<DoneWork> items = jdbc.sql("""
                        select t.ID_, t.PROC_INST_ID_, t.TASK_DEF_KEY_, t.NAME_, t.PROC_DEF_KEY_, p.BUSINESS_KEY_, t.END_TIME_ from (
                          select *%s order by t.END_TIME_ desc, t.ID_ limit :size offset :offset) t
                        join ACT_HI_PROCINST p on p.ID_ = t.PROC_INST_ID_ order by t.END_TIME_ desc, t.ID_""".formatted(OF_PERSON))
                .param("login", login)
                .param("size", page.size())
                .param("offset", page.offset())
                .query((row, n) -> read(row))
                .list();
        return new Page<>(items, page.page(), page.size(), total);
    }

    private static DoneWork read(ResultSet row) throws SQLException {
        return new DoneWork(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                Long.parseLong(row.getString(6)),
                row.getTimestamp(7).toInstant());
    }

    /** A task that this person completed. */
    Optional<DoneWork> find(String login, String taskId) {
        return jdbc.sql("""
                        select t.ID_, t.PROC_INST_ID_, t.TASK_DEF_KEY_, t.NAME_, t.PROC_DEF_KEY_, p.BUSINESS_KEY_, t.END_TIME_"""
                        + OF_PERSON.replace(
                                "ACT_HI_TASKINST t",
                                "ACT_HI_TASKINST t join ACT_HI_PROCINST p on p.ID_ = t.PROC_INST_ID_")
                        + " and t.ID_ = :id")
                .param("login", login)
                .param("id", taskId)
                .query((row, n) -> read(row))
                .optional();
    }

    /** The tasks that were completed last in these cases. */
    Set<String> newest(Collection<String> cases) {
        return cases.isEmpty()
                ? Set.of()
                : jdbc.sql("""
                        select t.ID_ from ACT_HI_TASKINST t where t.PROC_INST_ID_ in (:cases) and t.DELETE_REASON_ = 'completed'
                          and not exists (select 1 from ACT_HI_TASKINST n where n.PROC_INST_ID_ = t.PROC_INST_ID_
                            and n.DELETE_REASON_ = 'completed' and n.END_TIME_ > t.END_TIME_)""").param("cases", cases).query(String.class).set();
    }
}
