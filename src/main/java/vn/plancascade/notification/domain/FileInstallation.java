package vn.plancascade.notification.domain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A database in a file, marked by an empty file beside it: its name is new each time the application starts and stops, so that an
 * older database put back is known; and the moment at which the file system made it cannot be copied with it, so that a copy of
 * the whole folder is known too. A folder that is moved stays what it was.
 */
final class FileInstallation implements Installation {

    private static final String SUFFIX = ".installation-";

    private final Path database;
    private final String name;

    /** @param name that the operator gave it, which then counts in place of the file system's moment; empty if none */
    FileInstallation(Path database, String name) {
        this.database = database;
        this.name = name;
    }

    /** An installation that is given a name is still the one that had none. */
    @Override
    public boolean isOwn(String mark) {
        Path file = file(mark.substring(0, Math.max(0, mark.indexOf('@'))));
        return Files.exists(file) && (mark.equals(mark(file)) || mark.equals(token(file) + "@" + made(file)));
    }

    @Override
    public String renewed() {
        try {
            return mark(Files.createFile(file(UUID.randomUUID().toString().substring(0, 8))));
        } catch (IOException unwritable) {
            throw new UncheckedIOException("The database's folder cannot be written to", unwritable);
        }
    }

    @Override
    public void kept(String mark) {
        for (Path file : files()) {
            if (!mark.startsWith(token(file))) {
                try {
                    Files.deleteIfExists(file);
                } catch (IOException stays) {
                    throw new UncheckedIOException(stays);
                }
            }
        }
    }

    @Override
    public boolean mayChangeWhileRunning() {
        return false;
    }

    private List<Path> files() {
        String prefix = database.getFileName() + SUFFIX;
        try (Stream<Path> beside = Files.list(database.toAbsolutePath().getParent())) {
            return beside.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Path file(String token) {
        return database.resolveSibling(database.getFileName() + SUFFIX + token);
    }

    private String token(Path file) {
        return file.getFileName().toString().substring((database.getFileName() + SUFFIX).length());
    }

    private String mark(Path file) {
        return token(file) + "@" + (name.isEmpty() ? made(file) : name);
    }

    private static String made(Path file) {
        try {
            FileTime made = file.getFileSystem().supportedFileAttributeViews().contains("unix")
                    ? (FileTime) Files.getAttribute(file, "unix:ctime")
                    : (FileTime) Files.getAttribute(file, "creationTime");
            return made.toInstant().toString();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
