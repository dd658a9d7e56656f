package vn.plancascade.document.layout;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
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
import vn.plancascade.kernel.Violation;

/** What must hold for the paragraphs of a layout: the placeholders that its kind of document needs, and nothing that only Word prints. */
final class PlaceholderCheck {

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

    private PlaceholderCheck() {}

    static void check(DocumentKind kind, WordFile file, Document main, List<Violation> found) throws IOException {
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
        List<String> missing = Arrays.stream(Placeholder.values())
                .filter(each -> each.isRequired(letter) && !seen.contains(each))
                .map(each -> "${" + each.name() + "}")
                .filter(each -> !crowded.contains(each))
                .toList();
        if (!missing.isEmpty()) {
            found.add(new Violation(LayoutCheck.FIELD, "layout.placeholdersMissing", String.join(", ", missing)));
        }
        if (!unknown.isEmpty()) {
            found.add(new Violation(LayoutCheck.FIELD, "layout.placeholdersUnknown", String.join(", ", unknown)));
        }
        if (!crowded.isEmpty()) {
            found.add(new Violation(LayoutCheck.FIELD, "layout.placeholdersCrowded", String.join(", ", crowded)));
        }
        notPrinted.forEach(what -> found.add(new Violation(LayoutCheck.FIELD, "layout.notPrinted." + what)));
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
