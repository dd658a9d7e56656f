package vn.plancascade.engine;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The nodes that say that they live, and the locks that they hold on jobs.
 *
 * <p>Freeing a lock counts the job's revision up, as the engine does at every change: whoever still runs the job under the
 * old lock, because it only paused, cannot commit what it did.
 */
class NodeTable {

    private static final String FREE =
            "update ACT_RU_JOB set LOCK_OWNER_ = null, LOCK_EXP_TIME_ = null, REV_ = REV_ + 1 where ";

    private final JdbcClient jdbc;

    NodeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts up; the first time, or after others took it for gone, it begins anew. */
    void beat(String node) {
        if (jdbc.sql("update engine_node set beats = beats + 1 where id = :node")
                        .param("node", node)
                        .update()
                == 0) {
            jdbc.sql("insert into engine_node (id, beats) values (:node, 0) on conflict do nothing")
                    .param("node", node)
                    .update();
        }
    }

    /** How far each other node has counted. */
    Map<String, Long> beatsOfOthers(String node) {
        Map<String, Long> beats = new HashMap<>();
        jdbc.sql("select id, beats from engine_node where id <> :node")
                .param("node", node)
                .query((row, n) -> beats.put(row.getString("id"), row.getLong("beats")))
                .list();
        return beats;
    }

    /** The node is gone: what it had locked is free. Returns how many jobs. */
    int forget(String node) {
        int freed = jdbc.sql(FREE + "LOCK_OWNER_ = :node").param("node", node).update();
        jdbc.sql("delete from engine_node where id = :node").param("node", node).update();
        return freed;
    }

    /** Frees what is locked by nodes that are not in the table at all. */
    int freeUnclaimed() {
        return jdbc.sql(FREE + "LOCK_OWNER_ is not null and LOCK_OWNER_ not in (select id from engine_node)")
                .update();
    }

    /** Nobody else can be there: everything in the table, and every lock, was left by a program that has ended. */
    int forgetAll() {
        jdbc.sql("delete from engine_node").update();
        return freeUnclaimed();
    }

    /** The jobs that the node has locked, with their revisions. */
    Map<String, Integer> lockedBy(String node) {
        Map<String, Integer> locked = new HashMap<>();
        jdbc.sql("select ID_, REV_ from ACT_RU_JOB where LOCK_OWNER_ = :node")
                .param("node", node)
                .query((row, n) -> locked.put(row.getString("ID_"), row.getInt("REV_")))
                .list();
        return locked;
    }

    /** Frees the one job, if nothing has happened to it since it was seen at the revision. */
    int free(String jobId, int revision) {
        return jdbc.sql(FREE + "ID_ = :id and REV_ = :revision")
                .param("id", jobId)
                .param("revision", revision)
                .update();
    }
}
