package vn.plancascade.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.h2.mvstore.MVStoreException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.transaction.TransactionSystemException;

/** What a user is told of a database that did not do what it was asked. */
@Tag("quick")
class DatabaseRefusalTest {

    @ParameterizedTest
    @CsvSource({
        "57P01, AWAY",
        "53100, AWAY",
        "90098, AWAY",
        "08006, AWAY",
        "57014, TOO_SLOW",
        "23505, RACE",
        "40001, RACE",
        "22021, UNSTORABLE"
    })
    void eachStateHasItsMeaning(String state, DatabaseRefusal meaning) {
        assertThat(DatabaseRefusal.of(new IllegalStateException(new SQLException("refused", state))))
                .contains(meaning);
    }

    @Test
    void aFullDiskUnderACommitIsADatabaseThatIsAway() {
        MVStoreException full = new MVStoreException(2, "Writing to a file failed");
        TransactionSystemException commit =
                new TransactionSystemException("JDBC commit failed", new SQLException("General error", "HY000", full));

        assertThat(DatabaseRefusal.of(commit)).contains(DatabaseRefusal.AWAY);
    }

    @Test
    void aWrongStatementIsNobodysRefusal() {
        assertThat(DatabaseRefusal.of(new SQLException("no such table", "42P01")))
                .isEmpty();
        assertThat(DatabaseRefusal.of(new IllegalStateException())).isEmpty();
    }
}
