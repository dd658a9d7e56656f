package vn.plancascade.worklist.process;

import static vn.plancascade.kernel.VietnamTime.offset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.plancascade.kernel.Conflict;

/** Unfinished forms, one a task, outside the engine's tables. */
@Repository
class TaskDrafts {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    TaskDrafts(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    Optional<Draft> find(String taskId) {
        return jdbc.sql("select content, version, saved_by, saved_at from task_draft where task_id = :task")
                .param("task", taskId)
                .query((row, n) -> new Draft(
                        parse(row.getString(1)),
                        row.getInt(2),
                        row.getString(3),
                        row.getTimestamp(4).toInstant()))
                .optional();
    }

    /** Saves; an expected version that is no longer the newest changes nothing. */
    int save(String taskId, ObjectNode content, Integer expected, String login) {
        int changed = jdbc.sql("""
                        update task_draft set content = :content, version = version + 1, saved_by = :login, saved_at = :at
                        where task_id = :task and (cast(:expected as int) is null or version = :expected)""")
                .param("content", content.toString())
                .param("login", login)
                .param("at", offset(clock.instant()))
                .param("task", taskId)
                .param("expected", expected)
                .update();
        if (changed == 0) {
            insertFirst(taskId, content, expected, login);
        }
        return find(taskId).orElseThrow().version();
    }

    private void insertFirst(String taskId, ObjectNode content, Integer expected, String login) {
        if (find(taskId).isPresent() || (expected != null && expected != 0)) {
            throw new Conflict("draft.stale");
        }
        try {
            jdbc.sql("""
                            insert into task_draft (task_id, content, version, saved_by, saved_at)
                            values (:task, :content, 1, :login, :at)""")
                    .param("task", taskId)
                    .param("content", content.toString())
                    .param("login", login)
                    .param("at", offset(clock.instant()))
                    .update();
        } catch (DuplicateKeyException atTheSameTime) {
            throw new Conflict("draft.stale");
        }
    }

    /** With who has looked at the task: it has ended. */
    void delete(String taskId) {
        jdbc.sql("delete from task_opened where task_id = :task")
                .param("task", taskId)
                .update();
        jdbc.sql("delete from task_draft where task_id = :task")
                .param("task", taskId)
                .update();
    }

    private ObjectNode parse(String content) {
        try {
            return (ObjectNode) json.readTree(content);
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("Stored draft is not JSON", corrupt);
        }
    }

    record Draft(ObjectNode content, int version, String savedBy, Instant savedAt) {}
}
