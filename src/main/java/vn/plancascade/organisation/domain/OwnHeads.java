package vn.plancascade.organisation.domain;

import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Valid;

/** Who heads a unit in person, and not for somebody who is away. */
@Repository
class OwnHeads {

    private final JdbcClient jdbc;
    private final Clock clock;

    OwnHeads(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Their logins, in order. */
    List<String> today(String unitCode) {
        return jdbc.sql("""
                        select r.login from role_assignment r join person p on p.login = r.login
                        where p.enabled and r.unit_code = :unit and r.role = 'head' and r.substitution_id is null and """ + Valid.onDay("r") + " order by r.login")
                .param("unit", unitCode)
                .param("day", VietnamTime.dayOf(clock.instant()))
                .query(String.class)
                .list();
    }
}
