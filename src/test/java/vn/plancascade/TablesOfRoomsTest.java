package vn.plancascade;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The walls between the rooms' tables: whose SQL may name which table, read from the sources and the changelogs. */
@Tag("quick")
class TablesOfRoomsTest {

    private static final Path JAVA = Path.of("src/main/java/vn/plancascade");
    private static final Path CHANGELOGS = Path.of("src/main/resources/db");

    private static final Pattern CREATED = Pattern.compile("(?m)^create (?:table|view) (\\w+)");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)^\\s*//.*$");
    private static final Pattern LITERAL = Pattern.compile("(?s)\"\"\".*?\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*\"");
    private static final Pattern READ = Pattern.compile("(?i)\\b(?:from|join)\\s+(\\w+)");
    private static final Pattern WRITTEN =
            Pattern.compile("(?i)(?<!for )\\b(?:insert into|update|delete from|merge into)\\s+(\\w+)");

    /** What a room publishes: any other may read it, beside its own rows. A dated row counts as {@code Valid} says. */
    private static final Set<String> PUBLISHED =
            Set.of("unit", "unit_relation", "unit_below", "role_assignment", "person", "obligation", "open_duty");

    /**
     * Reads of what is not published: inspectors are given what notices say, and see what became of them; what is told of an amendment is told once an
     * event; the sendings of reports and of chasing letters show their mails.
     */
    private static final Map<String, Set<String>> ALSO_READ = Map.of(
            "followup",
            Set.of("notice", "mail"),
            "monitoring",
            Set.of("notice", "mail"),
            "notification",
            Set.of("obligation_event"),
            "report",
            Set.of("mail"),
            "worklist",
            Set.of("approval_round"));

    /** Writes into another room's tables: the sample of a demo; a round begins with the task that worklist ends. */
    private static final Map<String, Set<String>> ALSO_WRITTEN = Map.of(
            "demo", Set.of("province", "unit", "unit_relation", "tree_state", "person", "role_assignment"),
            "worklist", Set.of("approval_round"));

    /** Rooms that may read the engine's own tables; only {@code engine} writes there: locks of nodes that are gone. */
    private static final Set<String> AT_THE_ENGINE = Set.of("engine", "worklist");

    @Test
    void aRoomReadsItsOwnTablesAndWhatOthersPublish() {
        assertThat(named(
                        READ,
                        (room, table, owner) -> owner.equals("ACT_")
                                ? AT_THE_ENGINE.contains(room)
                                : PUBLISHED.contains(table)
                                        || ALSO_READ
                                                .getOrDefault(room, Set.of())
                                                .contains(table)))
                .isEmpty();
    }

    @Test
    void aRoomWritesItsOwnTablesOnly() {
        assertThat(named(
                        WRITTEN,
                        (room, table, owner) -> owner.equals("ACT_")
                                ? room.equals("engine")
                                : ALSO_WRITTEN.getOrDefault(room, Set.of()).contains(table)))
                .isEmpty();
    }

    @Test
    void whatIsPublishedIsThere() {
        assertThat(owners().keySet()).containsAll(PUBLISHED);
        Stream.of(ALSO_READ, ALSO_WRITTEN)
                .flatMap(tables -> tables.values().stream())
                .forEach(tables -> assertThat(owners().keySet()).containsAll(tables));
    }

    /** Which rows count on a day is said by {@code Valid}, and which kinds of unit owe nothing by {@code UnitKind}. */
    @Test
    void noStatementSaysForItselfWhichRowsCountOnADay() {
        assertThat(sources()
                        .filter(source -> !source.endsWith("organisation/Valid.java"))
                        .filter(source -> Pattern.compile(
                                        "(?i)valid_to\\s+is\\s+null|valid_to\\s*<=|'COMMITTEE'|'OTHER_MIN'")
                                .matcher(sql(source))
                                .find()))
                .isEmpty();
    }

    /** Tables of other rooms that a room's SQL names without leave, by room. */
    private static Map<String, Set<String>> named(Pattern use, Leave leave) {
        Map<String, String> owners = owners();
        Map<String, Set<String>> refused = new TreeMap<>();
        sources().forEach(source -> {
            String room = JAVA.relativize(source).getName(0).toString();
            use.matcher(sql(source)).results().map(match -> match.group(1)).forEach(name -> {
                String table = name.toLowerCase();
                String owner = table.startsWith("act_") ? "ACT_" : owners.getOrDefault(table, room);
                if (!owner.equals(room) && !leave.granted(room, table, owner)) {
                    refused.computeIfAbsent(room, any -> new TreeSet<>()).add(table + " in " + source.getFileName());
                }
            });
        });
        return refused;
    }

    private interface Leave {
        boolean granted(String room, String table, String owner);
    }

    private static Map<String, String> owners() {
        Map<String, String> owners = new HashMap<>();
        for (Path changelog : files(CHANGELOGS, ".sql").toList()) {
            String room = CHANGELOGS.relativize(changelog).getName(0).toString();
            CREATED.matcher(read(changelog)).results().forEach(created -> owners.put(created.group(1), room));
        }
        return owners;
    }

    private static Stream<Path> sources() {
        return files(JAVA, ".java");
    }

    /** The string literals of a source, which is where its SQL stands. */
    private static String sql(Path source) {
        return LITERAL.matcher(COMMENT.matcher(read(source)).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .collect(joining("\n"));
    }

    private static Stream<Path> files(Path root, String ending) {
        try (Stream<Path> all = Files.walk(root)) {
            List<Path> found =
                    all.filter(file -> file.toString().endsWith(ending)).toList();
            assertThat(found).isNotEmpty();
            return found.stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
