package vn.plancascade.monitoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.TakesScreenshot;
import vn.plancascade.support.PageLook;

/** The pictures of the guides, written anew from the pages that the tests look at with {@code -Dguide.pictures=true}. */
final class GuidePictures {

    private static final Path FOLDER = Path.of("docs/huong-dan/img");

    /** So that a guide stays light. */
    private static final double DESK_SCALE = 0.65;

    private GuidePictures() {}

    /** @param part of the page that is shown, by a selector; its top where it is null */
    enum Shot {
        WORK("work-phone", PageLook.PHONE, null),
        DRAFT("draft", PageLook.DESK, "#items"),
        APPROVE("approve-phone", PageLook.PHONE, null),
        ISSUE("issue", PageLook.DESK, null),
        PLAN("plan", PageLook.DESK, null),
        EXTENSION("extension", PageLook.DESK, "form[action$='/extension']"),
        REQUEST("request", PageLook.DESK, null),
        MANY("many", PageLook.DESK, null),
        MONITOR("monitor", PageLook.DESK, null),
        PROCESS("monitor-process", PageLook.DESK, null),
        CALENDAR("calendar", PageLook.DESK, null),
        FAILURES("failures", PageLook.DESK, null),
        UNIT("unit", PageLook.DESK, null),
        MAIL("mail-overdue", PageLook.PHONE, null);

        private final String file;
        private final int width;
        private final String part;

        Shot(String file, int width, String part) {
            this.file = file;
            this.width = width;
            this.part = part;
        }
    }

    /** Takes a picture of the page that is open. */
    static void take(PageLook look, Shot shot) {
        if (!Boolean.getBoolean("guide.pictures")) {
            return;
        }
        look.width(shot.width, shot.width == PageLook.DESK ? DESK_SCALE : 1);
        // Of the demo alone; guides are for those who work with the product.
        look.browser().script("document.querySelector('.clockbar')?.remove()");
        if (shot.part != null) {
            look.browser().script("document.querySelector(\"" + shot.part + "\").scrollIntoView()");
        }
        byte[] picture = ((TakesScreenshot) look.browser().driver()).getScreenshotAs(OutputType.BYTES);
        try {
            Files.write(FOLDER.resolve(shot.file + ".png"), picture);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
