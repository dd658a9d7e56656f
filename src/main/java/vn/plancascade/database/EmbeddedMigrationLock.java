package vn.plancascade.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import liquibase.database.Database;
import liquibase.database.core.H2Database;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LockException;
import liquibase.lockservice.StandardLockService;

/**
 * Liquibase's lock on H2. The file belongs to this program alone, so nobody has to be kept out, and no lock can be left
 * behind by a run that was killed. What such a run does leave is half a changeset, since H2 commits after each change of a
 * table: the database is copied first.
 *
 * <p>Liquibase finds the class by its name under {@code META-INF/services}, and asks for the lock only where something has
 * to be changed.
 */
public class EmbeddedMigrationLock extends StandardLockService {

    @Override
    public int getPriority() {
        return PRIORITY_DATABASE;
    }

    @Override
    public boolean supports(Database database) {
        return database instanceof H2Database;
    }

    @Override
    public void init() {
        // There is no table of locks.
    }

    @Override
    public void waitForLock() throws LockException {
        acquireLock();
    }

    @Override
    public boolean acquireLock() throws LockException {
        if (!hasChangeLogLock) {
            try {
                keepCopy(((JdbcConnection) database.getConnection()).getUnderlyingConnection());
            } catch (SQLException failed) {
                throw new LockException(failed);
            }
            hasChangeLogLock = true;
        }
        return true;
    }

    private static void keepCopy(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select database_path()")) {
            row.next();
            String path = row.getString(1);
            if (path != null) {
                new CopyBeforeMigration(path).take(connection);
            }
        }
    }

    @Override
    public void releaseLock() {
        hasChangeLogLock = false;
    }

    @Override
    public void forceReleaseLock() {
        releaseLock();
    }
}
