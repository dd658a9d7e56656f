package vn.plancascade.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;

/**
 * The engine's jobs that failed, whether the engine still tries or has given up. Who may ask is up to the caller;
 * {@link JobRetries} gets them going again.
 */
@Component
public class FailedJobs {

    private static final int MESSAGE_LENGTH = 300;

    static final String FAILED =
            "(j.EXCEPTION_MSG_ is not null or j.EXCEPTION_STACK_ID_ is not null or j.RETRIES_ <= 0)";

    private final JdbcClient jdbc;

    FailedJobs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long count() {
        return jdbc.sql("select count(*) from ACT_RU_JOB j where " + FAILED)
                .query(Long.class)
                .single();
    }

    /** Those that the engine has given up first, and the oldest of them first. */
    public Page<FailedJob> search(PageRequest page) {
        List<FailedJob> found = jdbc.sql("""
                        select j.ID_, j.PROCESS_DEF_KEY_, p.NAME_, d.ACT_ID_, e.BUSINESS_KEY_, j.EXCEPTION_MSG_, j.RETRIES_,
                          j.DUEDATE_, coalesce(
                            (select min(i.INCIDENT_TIMESTAMP_) from ACT_RU_INCIDENT i
                             where i.CONFIGURATION_ = j.ID_ and i.INCIDENT_TYPE_ = 'failedJob'),
                            case when j.TYPE_ = 'message' then j.CREATE_TIME_ end) as SINCE_
                        from ACT_RU_JOB j
                        left join ACT_RE_PROCDEF p on p.ID_ = j.PROCESS_DEF_ID_
                        left join ACT_RU_JOBDEF d on d.ID_ = j.JOB_DEF_ID_
                        left join ACT_RU_EXECUTION e on e.ID_ = j.PROCESS_INSTANCE_ID_
                        where %s
                        order by case when j.RETRIES_ <= 0 then 0 else 1 end, SINCE_ nulls last, j.ID_
                        limit :size offset :offset""".formatted(FAILED))
                .param("size", page.size())
                .param("offset", page.offset())
                .query((row, n) -> job(row))
                .list();
        return new Page<>(found, page.page(), page.size(), count());
    }

    private static FailedJob job(ResultSet row) throws SQLException {
        int retries = Math.max(0, row.getInt("RETRIES_"));
        String key = row.getString("PROCESS_DEF_KEY_");
        String name = row.getString("NAME_");
        return new FailedJob(
                row.getString("ID_"),
                key,
                name == null ? key : name,
                row.getString("ACT_ID_"),
                row.getString("BUSINESS_KEY_"),
                firstLine(row.getString("EXCEPTION_MSG_")),
                retries,
                retries == 0 ? null : instant(row.getTimestamp("DUEDATE_")),
                instant(row.getTimestamp("SINCE_")));
    }

    /** What the product reports besides failed jobs, the oldest first. */
    public List<OpenIncident> incidents(int atMost) {
        return jdbc.sql("""
                        select i.ID_, i.INCIDENT_TYPE_, p.KEY_, e.BUSINESS_KEY_, i.INCIDENT_MSG_, i.INCIDENT_TIMESTAMP_
                        from ACT_RU_INCIDENT i
                        left join ACT_RE_PROCDEF p on p.ID_ = i.PROC_DEF_ID_
                        left join ACT_RU_EXECUTION e on e.ID_ = i.PROC_INST_ID_
                        where i.INCIDENT_TYPE_ <> 'failedJob' order by i.INCIDENT_TIMESTAMP_, i.ID_ limit :n""")
                .param("n", atMost)
                .query((row, n) -> new OpenIncident(
                        row.getString("ID_"),
                        row.getString("INCIDENT_TYPE_"),
                        row.getString("KEY_"),
                        row.getString("BUSINESS_KEY_"),
                        firstLine(row.getString("INCIDENT_MSG_")),
                        instant(row.getTimestamp("INCIDENT_TIMESTAMP_"))))
                .list();
    }

    private static String firstLine(String message) {
        if (message == null) {
            return "";
        }
        String line = message.strip().lines().findFirst().orElse("");
        return line.length() <= MESSAGE_LENGTH ? line : line.substring(0, MESSAGE_LENGTH - 1) + "…";
    }

    /** The engine stores the JVM's local time, and the driver reads it back in the same zone. */
    private static Instant instant(Timestamp value) {
        return value == null ? null : value.toInstant();
    }
}
