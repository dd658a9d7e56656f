package vn.plancascade.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.modulith.ApplicationModule;

/**
 * A room as its package says: what it is for, what it may call, what is inside.
 *
 * @param purpose the first sentence of the package's Javadoc, without its full stop
 * @param mayCall the rooms that the package names, or {@link #EVERYBODY} where it names none
 * @param inside its packages below the root
 */
record Room(String name, String purpose, Set<String> mayCall, List<String> inside) {

    static final Set<String> EVERYBODY = Set.of("*");

    private static final Path ROOT = Path.of("src/main/java/vn/plancascade");
    private static final Pattern JAVADOC = Pattern.compile("/\\*\\*(.+?)\\*/", Pattern.DOTALL);

    static List<Room> all() throws IOException {
        try (Stream<Path> packages = Files.list(ROOT)) {
            return packages.filter(path -> Files.exists(path.resolve("package-info.java")))
                    .sorted()
                    .map(Room::read)
                    .toList();
        }
    }

    private static Room read(Path directory) {
        String name = directory.getFileName().toString();
        try (Stream<Path> below = Files.list(directory)) {
            ApplicationModule module = Class.forName("vn.plancascade." + name + ".package-info")
                    .getPackage()
                    .getAnnotation(ApplicationModule.class);
            List<String> inside = below.filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList();
            return new Room(name, purpose(directory.resolve("package-info.java")), mayCall(module), inside);
        } catch (IOException | ClassNotFoundException unreadable) {
            throw new IllegalStateException(name, unreadable);
        }
    }

    private static Set<String> mayCall(ApplicationModule module) {
        Set<String> named = new TreeSet<>(Arrays.asList(module.allowedDependencies()));
        return named.contains(ApplicationModule.OPEN_TOKEN) ? EVERYBODY : named;
    }

    private static String purpose(Path info) throws IOException {
        Matcher javadoc = JAVADOC.matcher(Files.readString(info));
        if (!javadoc.find()) {
            throw new IllegalStateException(info + " says nothing");
        }
        String text = javadoc.group(1).replaceAll("\\s*\\n\\s*\\*?\\s*", " ").strip();
        return text.split("\\.(\\s|$)", 2)[0];
    }
}
