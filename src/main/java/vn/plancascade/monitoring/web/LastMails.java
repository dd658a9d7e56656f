package vn.plancascade.monitoring.web;

import static vn.plancascade.kernel.Rows.instant;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was last told about duties, to anybody, and what became of the mail. */
@Repository
class LastMails {

    private final JdbcClient jdbc;

    LastMails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Two statements: H2 would look for the newest notice of every duty again for each notice. */
    Map<Long, LastMail> of(Collection<Long> duties) {
        List<Long> newest = duties.isEmpty()
                ? List.of()
                : jdbc.sql("select max(id) from notice where obligation_id in (:duties) group by obligation_id")
                        .param("duties", duties)
                        .query(Long.class)
                        .list();
        return newest.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("""
                                select n.obligation_id, n.rung, n.created_at, m.state
                                from notice n left join mail m on m.id = n.mail_id where n.id in (:newest)""")
                        .param("newest", newest)
                        .query((row, i) -> new LastMail(
                                row.getLong("obligation_id"),
                                row.getString("rung"),
                                instant(row, "created_at"),
                                row.getString("state")))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(LastMail::duty, Function.identity()));
    }

    /**
     * @param rung which step of the ladder, or what happened
     * @param state of the mail, in the words of {@code mailState}; null while there is none
     */
    record LastMail(long duty, String rung, Instant at, String state) {}
}
