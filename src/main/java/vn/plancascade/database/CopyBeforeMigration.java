package vn.plancascade.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.h2.tools.Restore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An H2 file as it was before its tables were changed; it is there only while they are, and after a run that was killed. */
class CopyBeforeMigration {

    private static final Logger LOG = LoggerFactory.getLogger(CopyBeforeMigration.class);

    private final Path database;
    private final Path copy;

    /** @param path of the database, as H2 names it: without the ending of its file */
    CopyBeforeMigration(String path) {
        database = Path.of(path).toAbsolutePath();
        copy = beside(".before-migration.zip");
    }

    private Path beside(String ending) {
        return database.resolveSibling(database.getFileName() + ending);
    }

    /** Takes it, whole or not at all. */
    void take(Connection connection) throws SQLException {
        Path unfinished = beside(".before-migration.part");
        try (PreparedStatement backup = connection.prepareStatement("backup to ?")) {
            backup.setString(1, unfinished.toString());
            backup.execute();
            Files.move(unfinished, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException full) {
            throw new UncheckedIOException("The database could not be copied to " + copy, full);
        }
    }

    /** Goes back to it, if the last run ended before its migration did. The database must be closed. */
    void restore() {
        if (Files.exists(copy)) {
            LOG.warn("The last change of {}'s tables did not end; it is taken back and made again", database);
            Restore.execute(
                    copy.toString(),
                    database.getParent().toString(),
                    database.getFileName().toString());
        }
    }

    /** All changes are made; it is no longer needed. */
    void discard() {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException kept) {
            throw new UncheckedIOException("Delete " + copy + ", or the next start goes back to it", kept);
        }
    }
}
