package vn.plancascade.worklist.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import vn.plancascade.worklist.WorkItem;

/** A user task as the engine's tables have it. */
final class TaskRow {

    static final String SELECT = """
            select t.ID_, t.TASK_DEF_KEY_, t.NAME_, p.BUSINESS_KEY_, t.PROC_INST_ID_, t.PROC_DEF_ID_,
              (select string_agg(l.GROUP_ID_, ',' order by l.GROUP_ID_) from ACT_RU_IDENTITYLINK l
                where l.TASK_ID_ = t.ID_ and l.TYPE_ = 'candidate' and l.GROUP_ID_ is not null) as GROUPS_,
              t.ASSIGNEE_, t.CREATE_TIME_, t.DUE_DATE_""";

    private TaskRow() {}

    static WorkItem read(ResultSet row) throws SQLException {
        String definition = row.getString("PROC_DEF_ID_");
        return new WorkItem(
                row.getString("ID_"),
                row.getString("TASK_DEF_KEY_"),
                row.getString("NAME_"),
                Long.parseLong(row.getString("BUSINESS_KEY_")),
                row.getString("PROC_INST_ID_"),
                definition.substring(0, definition.indexOf(':')),
                List.of(row.getString("GROUPS_").split(",")),
                row.getString("ASSIGNEE_"),
                instant(row.getTimestamp("CREATE_TIME_")),
                instant(row.getTimestamp("DUE_DATE_")));
    }

    /** The engine stores the JVM's local time, and the driver reads it back in the same zone. */
    private static Instant instant(Timestamp value) {
        return value == null ? null : value.toInstant();
    }
}
