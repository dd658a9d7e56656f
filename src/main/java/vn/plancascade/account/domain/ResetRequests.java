package vn.plancascade.account.domain;

import static vn.plancascade.kernel.VietnamTime.offset;

import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What people who have forgotten their password have typed, until somebody has looked whom it means. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ResetRequests {

    private final JdbcClient jdbc;
    private final Clock clock;

    ResetRequests(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(String typed) {
        jdbc.sql("insert into account_request (typed, requested_at) values (:typed, :now)")
                .param("typed", typed)
                .param("now", offset(clock.instant()))
                .update();
    }

    /** Takes the oldest ones out; those that another instance is taking are left to it. */
    List<String> take(int most) {
        List<Request> taken = jdbc.sql(
                        "select id, typed from account_request order by id limit :most for update skip locked")
                .param("most", most)
                .query((row, n) -> new Request(row.getLong("id"), row.getString("typed")))
                .list();
        if (!taken.isEmpty()) {
            jdbc.sql("delete from account_request where id in (:ids)")
                    .param("ids", taken.stream().map(Request::id).toList())
                    .update();
        }
        return taken.stream().map(Request::typed).toList();
    }

    private record Request(long id, String typed) {}
}
