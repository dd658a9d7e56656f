package vn.plancascade.batch.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.plancascade.support.TablesAlone;

/** An act on thousands of duties takes them one after the other, each as cheaply as the first. */
class ItemTableTest {

    private static final int MANY = 1_200;

    private JdbcClient jdbc;
    private ItemTable items;

    @BeforeEach
    void manyWait() {
        jdbc = TablesAlone.of("batch");
        items = new ItemTable(jdbc);
        jdbc.sql("""
                        insert into duty_action (action, login, asked, token_hash, previewed_at)
                        values ('remind', 'x', 'x', 'x', timestamp with time zone '2023-03-20 08:00:00+07')""").update();
        jdbc.sql("""
                        insert into duty_action_item (action_id, obligation_id, state)
                        select 1, x, 'waiting' from system_range(1, :many)""").param("many", MANY).update();
    }

    @Test
    void eachIsFoundOnceWhateverWasDoneBefore() {
        Set<Long> found = new LinkedHashSet<>();
        long after = 0;
        for (var part = items.waiting(1, 0); !part.isEmpty(); part = items.waiting(1, after)) {
            for (long duty : part) {
                assertThat(items.take(1, duty)).isTrue();
                items.done(1, duty);
                assertThat(items.take(1, duty)).isFalse();
                assertThat(found.add(duty)).isTrue();
                after = duty;
            }
        }
        assertThat(found).hasSize(MANY);
        assertThat(items.counts(1)).containsOnlyKeys("done");
    }

    @Test
    void toTakeOneLooksAtOne() {
        assertThat(TablesAlone.looked(jdbc, ItemTable.TAKE, Map.of("action", 1, "duty", MANY / 2)))
                .isLessThanOrEqualTo(2);
    }
}
