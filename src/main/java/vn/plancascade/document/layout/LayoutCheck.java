package vn.plancascade.document.layout;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.w3c.dom.Document;
import vn.plancascade.document.DocumentKind;
import vn.plancascade.document.Documents;
import vn.plancascade.kernel.Archive;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Violation;

/** What must hold for a Word file before documents are laid out with it. */
final class LayoutCheck {

    static final String FIELD = "file";

    private static final long MOST_UNPACKED = 64L * 1024 * 1024;

    /** The styles that the product gives to what it writes. */
    private static final Set<String> STYLES =
            Set.of("NoiDung", "CanCu", "Muc", "OBang", "DauBang", "TruocKy", "PhuLuc", "KemTheo");

    private LayoutCheck() {}

    /** @throws InvalidInput on {@code file}, with everything that is wrong */
    static void check(DocumentKind kind, Documents.Upload upload) {
        if (upload == null || upload.content() == null || upload.content().length == 0) {
            throw new InvalidInput(FIELD, "document.file.missing");
        }
        if (upload.content().length > Documents.MAX_BYTES) {
            throw new InvalidInput(FIELD, "document.file.tooLarge", Documents.MAX_BYTES / 1024 / 1024);
        }
        if (Archive.check(upload.content(), MOST_UNPACKED) != Archive.Verdict.sound) {
            throw new InvalidInput(FIELD, "layout.noWord");
        }
        List<Violation> found = new ArrayList<>();
        try (WordFile file = WordFile.open(upload.content())) {
            if (!file.foreignParts().isEmpty()) {
                found.add(new Violation(FIELD, "layout.macro"));
            }
            found.addAll(ActiveContent.find(file));
            Document main = WordFile.read(file.main());
            PlaceholderCheck.check(kind, file, main, found);
            Set<String> styles = new TreeSet<>(STYLES);
            styles.removeAll(Styles.read(file, main).ids());
            if (!styles.isEmpty()) {
                found.add(new Violation(FIELD, "layout.styles", String.join(", ", styles)));
            }
        } catch (IOException | RuntimeException unreadable) {
            throw new InvalidInput(FIELD, "layout.noWord");
        }
        InvalidInput.throwIfAny(found);
        try {
            PdfPrinter.print(LayoutFiller.fill(upload.content(), SampleDocument.of(kind)), "");
        } catch (RuntimeException unprintable) {
            throw new InvalidInput(FIELD, "layout.unprintable");
        }
    }
}
