package vn.plancascade.document.layout;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vn.plancascade.document.DocumentKind;
import vn.plancascade.document.Documents;
import vn.plancascade.kernel.Archive;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Violation;

/** What must hold for a Word file before documents are laid out with it. */
final class LayoutCheck {

    private static final String FIELD = "file";

    private static final long MOST_UNPACKED = 64L * 1024 * 1024;

    /** The styles that the product gives to what it writes. */
    private static final Set<String> STYLES =
            Set.of("NoiDung", "CanCu", "Muc", "OBang", "DauBang", "TruocKy", "PhuLuc", "KemTheo");

    /** What would be in the Word file and not in the PDF, by the name that its text bears. */
    private static final Map<String, String> NOT_PRINTED = Map.of(
            "drawing", "picture",
            "pict", "picture",
            "object", "picture",
            "AlternateContent", "picture",
            "altChunk", "foreign",
            "numPr", "numbering",
            "footnoteReference", "notes",
            "endnoteReference", "notes",
            "framePr", "picture");

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
            placeholders(kind, file, main, found);
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

    private static void placeholders(DocumentKind kind, WordFile file, Document main, List<Violation> found)
            throws IOException {
        Set<Placeholder> seen = EnumSet.noneOf(Placeholder.class);
        Set<String> unknown = new TreeSet<>();
        Set<String> crowded = new TreeSet<>();
        Set<String> notPrinted = new TreeSet<>();
        List<Document> parts = new ArrayList<>(List.of(main));
        for (PackagePart part : file.headersAndFooters()) {
            parts.add(WordFile.read(part));
        }
        for (Document document : parts) {
            notPrinted(document.getDocumentElement(), notPrinted);
            for (Element paragraph : Word.all(document, "p")) {
                String text = Word.text(paragraph).strip();
                Matcher matcher = LayoutFiller.PLACEHOLDER.matcher(text);
                while (matcher.find()) {
                    Placeholder placeholder =
                            Placeholder.named(matcher.group(1)).orElse(null);
                    if (placeholder == null) {
                        unknown.add(matcher.group());
                    } else if (placeholder.hasOwnParagraph() && !matcher.group().equals(text)) {
                        crowded.add(matcher.group());
                    } else {
                        seen.add(placeholder);
                    }
                }
            }
        }
        if (Word.all(main, "sectPr").size() > 1) {
            notPrinted.add("sections");
        }
        boolean letter = kind == DocumentKind.chasingLetter;
        List<String> missing = java.util.Arrays.stream(Placeholder.values())
                .filter(each -> each.isRequired(letter) && !seen.contains(each))
                .map(each -> "${" + each.name() + "}")
                .filter(each -> !crowded.contains(each))
                .toList();
        if (!missing.isEmpty()) {
            found.add(new Violation(FIELD, "layout.placeholdersMissing", String.join(", ", missing)));
        }
        if (!unknown.isEmpty()) {
            found.add(new Violation(FIELD, "layout.placeholdersUnknown", String.join(", ", unknown)));
        }
        if (!crowded.isEmpty()) {
            found.add(new Violation(FIELD, "layout.placeholdersCrowded", String.join(", ", crowded)));
        }
        notPrinted.forEach(what -> found.add(new Violation(FIELD, "layout.notPrinted." + what)));
    }

    private static void notPrinted(Element element, Set<String> found) {
        for (Element child : Word.children(element)) {
            String name = NOT_PRINTED.get(child.getLocalName());
            if (name != null) {
                found.add(name);
            }
            notPrinted(child, found);
        }
    }
}
