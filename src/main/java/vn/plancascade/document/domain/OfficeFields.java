package vn.plancascade.document.domain;

import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The fields of a Word file, put together from the pieces in which they stand. */
final class OfficeFields {

    /** Fields that start programs or read other files (ECMA-376, part 1, 17.16). */
    private static final Pattern ACTIVE_FIELD = Pattern.compile(
            "(?im)^\\s*((DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|DATABASE|MACROBUTTON|LINK|EMBED)\\b|QUOTE\\s+\\d)");

    private static final Set<String> INSTRUCTIONS = Set.of("instrText", "delInstrText");

    private final StringBuilder all = new StringBuilder();

    /** Takes what an element says of fields. */
    void read(XMLStreamReader reader) throws XMLStreamException {
        String name = reader.getLocalName();
        if (name.equals("fldSimple")) {
            for (int i = 0; i < reader.getAttributeCount(); i++) {
                all.append('\n').append(reader.getAttributeValue(i)).append('\n');
            }
        } else if (INSTRUCTIONS.contains(name)) {
            // Pieces of one instruction stand in several of these, one after the other.
            all.append(reader.getElementText());
        } else if (name.equals("fldChar")) {
            all.append('\n');
        }
    }

    boolean areActive() {
        return ACTIVE_FIELD.matcher(all).find();
    }
}
