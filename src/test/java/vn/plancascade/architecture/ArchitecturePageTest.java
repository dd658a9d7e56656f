package vn.plancascade.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/architecture.md} and its picture say what the packages say. {@code mvn -Pquick test
 * -Dtest=ArchitecturePageTest -Darchitecture.write=true} writes both anew.
 */
@Tag("quick")
class ArchitecturePageTest {

    private static final Path PAGE = Path.of("docs/architecture.md");
    private static final Path PICTURE = Path.of("docs/architecture.svg");
    private static final String BEGIN = "<!-- rooms: written by ArchitecturePageTest -->\n";
    private static final String END = "<!-- end of rooms -->\n";

    @Test
    void pageAndPictureSayWhatThePackagesSay() throws IOException {
        List<Room> rooms = Room.all();
        String page = Files.readString(PAGE);
        String picture = new RoomsPicture(rooms).draw();
        String wanted =
                page.substring(0, page.indexOf(BEGIN)) + BEGIN + table(rooms) + page.substring(page.indexOf(END));
        if (Boolean.getBoolean("architecture.write")) {
            Files.writeString(PAGE, wanted);
            Files.writeString(PICTURE, picture);
        }
        assertThat(Files.readString(PAGE))
                .as("write it anew, see CONTRIBUTING.md")
                .isEqualTo(wanted);
        assertThat(Files.readString(PICTURE))
                .as("write it anew, see CONTRIBUTING.md")
                .isEqualTo(picture);
    }

    private static String table(List<Room> rooms) {
        StringBuilder table = new StringBuilder("| room | what it is for | may call |\n|---|---|---|\n");
        for (Room room : rooms) {
            table.append("| `%s` | %s | %s |\n".formatted(room.name(), room.purpose(), callees(room)));
        }
        return table.toString();
    }

    private static String callees(Room room) {
        if (room.mayCall().equals(Room.EVERYBODY)) {
            return "everybody";
        }
        return room.mayCall().isEmpty() ? "nobody" : "`" + String.join("`, `", room.mayCall()) + "`";
    }
}
