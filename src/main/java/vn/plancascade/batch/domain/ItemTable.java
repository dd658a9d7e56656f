package vn.plancascade.batch.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.plancascade.batch.DutyActions.Refusal;

/** Rows of {@code duty_action_item}: what became of each duty of an act on many. */
@Repository
class ItemTable {

    /** By its key: to choose one of many and lock it in one statement, H2 locks all of them. */
    static final String TAKE = """
            select obligation_id from duty_action_item
            where action_id = :action and obligation_id = :duty and state = 'waiting' for update skip locked""";

    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;

    ItemTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Some of the duties that wait, from the first beyond this one on; nobody has taken them yet. */
    List<Long> waiting(long action, long after) {
        return jdbc.sql("""
                        select obligation_id from duty_action_item
                        where action_id = :action and state = 'waiting' and obligation_id > :after
                        order by obligation_id limit :most""")
                .param("action", action)
                .param("after", after)
                .param("most", AT_ONCE)
                .query(Long.class)
                .list();
    }

    /** Takes a duty that waits for the caller's transaction; false where it waits no more, or is somebody else's. */
    boolean take(long action, long duty) {
        return !jdbc.sql(TAKE)
                .param("action", action)
                .param("duty", duty)
                .query(Long.class)
                .list()
                .isEmpty();
    }

    void done(long action, long duty) {
        set(action, duty, "done", null);
    }

    void refused(long action, long duty, Refused why) {
        set(action, duty, "refused", why);
    }

    private void set(long action, long duty, String state, Refused why) {
        jdbc.sql("""
                        update duty_action_item set state = :state, refusal = :refusal, refusal_args = :args
                        where action_id = :action and obligation_id = :duty and state = 'waiting'""")
                .param("state", state)
                .param("refusal", why == null ? null : why.code())
                .param("args", why == null ? null : why.args())
                .param("action", action)
                .param("duty", duty)
                .update();
    }

    /** How many are waiting, done and refused, by these words. */
    Map<String, Integer> counts(long action) {
        Map<String, Integer> counts = new HashMap<>();
        jdbc.sql("select state, count(*) from duty_action_item where action_id = :action group by state")
                .param("action", action)
                .query(row -> {
                    counts.put(row.getString(1), row.getInt(2));
                });
        return counts;
    }

    /** By what is wrong, the most frequent first. */
    List<Refusal> refusals(long action) {
        Map<String, Refused> first = new LinkedHashMap<>();
        Map<String, List<Long>> duties = new HashMap<>();
        jdbc.sql("""
                        select obligation_id, refusal, refusal_args from duty_action_item
                        where action_id = :action and state = 'refused' order by obligation_id""").param("action", action).query(row -> {
            Refused why = new Refused(row.getString(2), row.getString(3));
            first.putIfAbsent(why.code(), why);
            duties.computeIfAbsent(why.code(), code -> new ArrayList<>()).add(row.getLong(1));
        });
        return first.values().stream()
                .map(why -> refusal(why, duties.get(why.code())))
                .sorted(java.util.Comparator.comparingInt(Refusal::count).reversed())
                .toList();
    }

    private static Refusal refusal(Refused why, List<Long> duties) {
        return new Refusal(
                why.violation(), duties.size(), List.copyOf(duties.subList(0, Math.min(Refusal.SHOWN, duties.size()))));
    }
}
