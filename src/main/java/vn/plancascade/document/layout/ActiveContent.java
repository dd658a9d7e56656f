package vn.plancascade.document.layout;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.Violation;

/**
 * What Word would carry out, fetch or run when it opens a layout: fields above all (ECMA-376, part 1, 17.16), which can start
 * programs (DDEAUTO) and read files (INCLUDETEXT). Every part of the file is looked at, whether the product prints it or not,
 * and names are taken in whatever namespace they stand. Fields are allowed by name; everything else is named and refused.
 */
final class ActiveContent {

    private static final String FIELD = "file";

    /** A page's number or their count, perhaps with how it is written. */
    private static final Pattern ALLOWED_FIELD =
            Pattern.compile("\\s*(PAGE|NUMPAGES)(\\s+\\\\\\*\\s+[A-Za-z]+)*\\s*", Pattern.CASE_INSENSITIVE);

    /** Elements by local name, each with what it is called to the person who has to take it out. */
    private static final Map<String, String> REFUSED = Map.ofEntries(
            Map.entry("attachedTemplate", "attachedTemplate"),
            Map.entry("mailMerge", "mailMerge"),
            Map.entry("altChunk", "altChunk"),
            Map.entry("subDoc", "subDoc"),
            Map.entry("object", "OLE"),
            Map.entry("OLEObject", "OLE"),
            Map.entry("objectEmbed", "OLE"),
            Map.entry("objectLink", "OLE"),
            Map.entry("control", "ActiveX"),
            Map.entry("ocx", "ActiveX"),
            Map.entry("ffData", "ffData"),
            Map.entry("fldData", "fldData"),
            Map.entry("customUI", "customUI"));

    private static final int SHOWN = 60;
    private static final int MOST_SHOWN = 5;

    /** What a file that Word saves is made of, by the ends of the parts' content types. */
    private static final List<String> KNOWN_PARTS = List.of(
            "wordprocessingml.document.main+xml",
            "wordprocessingml.document.glossary+xml",
            "wordprocessingml.styles+xml",
            "wordprocessingml.header+xml",
            "wordprocessingml.footer+xml",
            "wordprocessingml.settings+xml",
            "wordprocessingml.webSettings+xml",
            "wordprocessingml.fontTable+xml",
            "wordprocessingml.numbering+xml",
            "wordprocessingml.footnotes+xml",
            "wordprocessingml.endnotes+xml",
            "wordprocessingml.comments+xml",
            "wordprocessingml.commentsExtended+xml",
            "wordprocessingml.commentsIds+xml",
            "wordprocessingml.commentsExtensible+xml",
            "wordprocessingml.people+xml",
            "vnd.ms-word.stylesWithEffects+xml",
            "officedocument.theme+xml",
            "officedocument.extended-properties+xml",
            "officedocument.custom-properties+xml",
            "officedocument.customXmlProperties+xml",
            "package.core-properties+xml",
            "package.relationships+xml",
            "obfuscatedFont");

    private ActiveContent() {}

    /** Everything of the kind that is in the file, each in a sentence that names it. */
    static List<Violation> find(WordFile file) throws IOException {
        Set<String> fields = new LinkedHashSet<>();
        Set<String> elements = new TreeSet<>();
        Set<String> unknown = new TreeSet<>();
        for (PackagePart part : file.parts()) {
            String type = part.getContentType();
            String name = part.getPartName().getName();
            boolean isXml = type.endsWith("xml");
            boolean isData = type.equals("application/xml") && name.startsWith("/customXml/");
            if (!isData && KNOWN_PARTS.stream().noneMatch(type::endsWith)) {
                unknown.add(name);
            }
            if (isXml && !part.isRelationshipPart()) {
                Reader reader = new Reader(fields, elements);
                reader.read(WordFile.read(part).getDocumentElement());
                reader.end();
            }
        }
        List<Violation> found = new ArrayList<>();
        add(found, "layout.fields", fields);
        add(found, "layout.active", elements);
        add(found, "layout.parts", unknown);
        add(found, "layout.link", file.targetsOutside());
        return found;
    }

    private static void add(List<Violation> found, String code, Set<String> named) {
        if (!named.isEmpty()) {
            String shown = String.join(
                    "; ",
                    named.stream()
                            .limit(MOST_SHOWN)
                            .map(ActiveContent::shortened)
                            .toList());
            found.add(new Violation(FIELD, code, named.size() > MOST_SHOWN ? shown + "; …" : shown));
        }
    }

    private static String shortened(String text) {
        String line = Names.line(text);
        return line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
    }

    /** Puts the pieces of fields together, which Word may strew over runs and paragraphs, one in another. */
    private static final class Reader {

        private final Set<String> fields;
        private final Set<String> elements;
        private final Deque<StringBuilder> open = new ArrayDeque<>();

        Reader(Set<String> fields, Set<String> elements) {
            this.fields = fields;
            this.elements = elements;
            open.push(new StringBuilder());
        }

        void read(Element element) {
            String name = element.getLocalName();
            if (REFUSED.containsKey(name)) {
                elements.add(REFUSED.get(name));
            }
            switch (name) {
                case "instrText", "delInstrText" -> open.peek().append(element.getTextContent());
                case "fldSimple" -> field(any(element, "instr"));
                case "fldChar" -> character(any(element, "fldCharType"));
                default -> {}
            }
            for (Element child : Word.children(element)) {
                read(child);
            }
        }

        private void character(String type) {
            if (type.equals("begin")) {
                open.push(new StringBuilder());
            } else if (type.equals("end") && open.size() > 1) {
                field(open.pop().toString());
            }
        }

        /** Pieces outside of a field, and fields that do not end, count as well. */
        void end() {
            while (!open.isEmpty()) {
                field(open.pop().toString());
            }
        }

        private void field(String instruction) {
            String text = instruction.strip();
            if (!text.isEmpty() && !ALLOWED_FIELD.matcher(text).matches()) {
                fields.add(text);
            }
        }

        /** An attribute by its local name, in whatever namespace; empty where it is not there. */
        private static String any(Element element, String name) {
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                Node attribute = element.getAttributes().item(i);
                if (name.equals(attribute.getLocalName())) {
                    return attribute.getNodeValue();
                }
            }
            return "";
        }
    }
}
