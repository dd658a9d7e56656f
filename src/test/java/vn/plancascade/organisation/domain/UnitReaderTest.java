package vn.plancascade.organisation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.plancascade.organisation.Scope;
import vn.plancascade.support.TablesAlone;

/** Whether a unit is within somebody's scope is asked thousands of times by an act on many. */
class UnitReaderTest {

    private static final int MANY = 1_200;

    @Test
    void toAskOfOneUnitLooksAtThatUnitAndNotAtTheWholeScope() {
        JdbcClient jdbc = TablesAlone.of("organisation");
        jdbc.sql("""
                        insert into unit (code, name, kind, numbering, valid_from)
                        select 'U' || x, 'U' || x, 'DOH', 'none', date '2020-01-01' from system_range(1, :many)""").param("many", MANY).update();
        jdbc.sql("""
                        insert into unit_below (superior_code, unit_code)
                        select 'U1', code from unit union select code, code from unit""").update();
        UnitReader units = new UnitReader(jdbc);

        assertThat(units.isWithin(new Scope(false, Set.of("U1")), "U700")).isTrue();
        assertThat(units.isWithin(new Scope(false, Set.of("U2", "U3")), "U700")).isFalse();
        assertThat(units.isWithin(new Scope(false, Set.of()), "U700")).isFalse();
        assertThat(units.isWithin(new Scope(true, Set.of()), "U700")).isTrue();
        assertThat(units.isWithin(new Scope(true, Set.of()), "U0")).isFalse();
        assertThat(TablesAlone.looked(jdbc, UnitReader.ABOVE, Map.of("code", "U700")))
                .isLessThan(10);
    }
}
