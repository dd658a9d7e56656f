package vn.plancascade.deadline.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** H2 loses a column that a statement sorts by twice, once there are more rows than it sorts in memory. */
@Tag("quick")
class DutyOrderTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "unitCode", "-unitCode", "unitName", "-daysLate", "dueAt", "plan", "state"})
    void nothingIsSortedByTwiceAndAlwaysDownToTheOneRow(String sort) {
        List<String> columns = List.of(DutyOrder.of(sort)
                .sql()
                .replaceAll("\\([^()]*\\)", "")
                .replaceAll(" (desc|nulls last)", "")
                .split(", "));

        assertThat(columns).doesNotHaveDuplicates().contains("o.unit_code").endsWith("o.id");
    }
}
