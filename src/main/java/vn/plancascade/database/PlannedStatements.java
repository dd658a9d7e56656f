package vn.plancascade.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.SqlProvider;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Has PostgreSQL plan each reading along the tree of units for whom it is asked. Of a statement that comes often it keeps one
 * plan for everybody, and what is right for a unit with ten others below it takes the ministry with all of them a second
 * (ADR 0045). All other statements, small and many, keep their plans.
 */
public final class PlannedStatements extends JdbcTemplate {

    private static final String TREE = "unit_below";
    private static final int ROWS_AT_A_TIME = 1_000;

    PlannedStatements(DataSource source) {
        super(source);
    }

    /** Reads rows as they come, inside a transaction, however many there are. */
    public static JdbcClient byAndBy(DataSource source) {
        PlannedStatements statements = new PlannedStatements(source);
        statements.setFetchSize(ROWS_AT_A_TIME);
        return JdbcClient.create(statements);
    }

    @Override
    public <T> T query(PreparedStatementCreator creator, PreparedStatementSetter setter, ResultSetExtractor<T> reader) {
        boolean alongTree = creator instanceof SqlProvider known
                && known.getSql() != null
                && known.getSql().contains(TREE);
        return super.query(
                alongTree ? connection -> planned(creator.createPreparedStatement(connection)) : creator,
                setter,
                reader);
    }

    private static PreparedStatement planned(PreparedStatement statement) throws SQLException {
        if (statement.isWrapperFor(PGStatement.class)) {
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
        }
        return statement;
    }
}
