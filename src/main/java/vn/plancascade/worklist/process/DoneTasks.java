package vn.plancascade.worklist.process;

import java.util.List;
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
                        select t.TASK_DEF_KEY_, t.NAME_, t.PROC_DEF_KEY_, p.BUSINESS_KEY_, t.END_TIME_ from (
                          select *%s order by t.END_TIME_ desc, t.ID_ limit :size offset :offset) t
                        join ACT_HI_PROCINST p on p.ID_ = t.PROC_INST_ID_ order by t.END_TIME_ desc, t.ID_""".formatted(OF_PERSON))
                .param("login", login)
                .param("size", page.size())
                .param("offset", page.offset())
                .query((row, n) -> new DoneWork(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        Long.parseLong(row.getString(4)),
                        row.getTimestamp(5).toInstant()))
                .list();
        return new Page<>(items, page.page(), page.size(), total);
    }
}
