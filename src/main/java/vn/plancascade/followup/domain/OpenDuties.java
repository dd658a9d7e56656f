package vn.plancascade.followup.domain;

import static vn.plancascade.kernel.Rows.instant;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the duties that somebody is working on, a group at a time. */
@Repository
class OpenDuties {

    private final JdbcClient jdbc;

    OpenDuties(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The distinct due moments, each with the distinct days since which drafts have been waiting; a few rows. */
    List<Group> groups(Watched watched) {
        return jdbc.sql("""
                        select distinct due_at, waiting_since from open_duty
                        where plan_id = :plan and kind = :kind and period = :period order by due_at, waiting_since""")
                .param("plan", watched.planId())
                .param("kind", watched.kind().name())
                .param("period", watched.period())
                .query((row, n) -> new Group(instant(row, "due_at"), row.getObject("waiting_since", LocalDate.class)))
                .list();
    }

    /** @param waitingSince day since which drafts wait to be approved, or null where none is waiting */
    record Group(Instant dueAt, LocalDate waitingSince) {}
}
