package vn.plancascade.document.domain;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import vn.plancascade.kernel.InvalidInput;

/** Looks for what a signed document must not hold in the objects of a PDF file. */
final class PdfObjects {

    /** Keys that make a reader run something, open something else, or carry another file along. */
    private static final Set<COSName> ACTIVE = Set.of(
            COSName.getPDFName("JS"),
            COSName.getPDFName("JavaScript"),
            COSName.getPDFName("EmbeddedFiles"),
            COSName.getPDFName("EF"),
            COSName.getPDFName("RichMediaContent"),
            COSName.getPDFName("XFA"));

    private static final Set<String> ACTIVE_ACTIONS =
            Set.of("JavaScript", "Launch", "ImportData", "SubmitForm", "GoToE", "Rendition", "RichMediaExecute");

    /** No plan or report has as many; a reader walks through all of them. */
    private static final int MOST_OBJECTS = 100_000;

    private static final long MOST_NANOS = 5_000_000_000L;

    private PdfObjects() {}

    /**
     * Looks at every object of the file, reachable or not, each once.
     *
     * @param allowed how much all of it may unpack to
     * @throws InvalidInput for a file that runs something or carries another one along, or that nobody could walk through
     */
    static void check(PDDocument pdf, InflatedSize allowed) throws IOException {
        long begun = System.nanoTime();
        Deque<COSBase> open = new ArrayDeque<>();
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        open.add(pdf.getDocument().getTrailer());
        for (var key : pdf.getDocument().getXrefTable().keySet()) {
            open.add(pdf.getDocument().getObjectFromPool(key));
        }
        while (!open.isEmpty()) {
            if (seen.size() > MOST_OBJECTS
                    || open.size() > 10 * MOST_OBJECTS
                    || System.nanoTime() - begun > MOST_NANOS) {
                throw new InvalidInput(SignedPdf.FIELD, "document.file.tooComplex");
            }
            COSBase next = open.pop();
            COSBase object = next instanceof COSObject reference ? reference.getObject() : next;
            if (object == null || isPlain(object) || !seen.add(object)) {
                continue;
            }
            if (object instanceof COSStream stream && !allowed.takes(stream)) {
                throw new InvalidInput(SignedPdf.FIELD, "document.file.tooComplex");
            }
            if (object instanceof COSDictionary dictionary) {
                if (isActive(dictionary)) {
                    throw new InvalidInput(SignedPdf.FIELD, "document.file.active");
                }
                dictionary.getValues().forEach(open::push);
            } else if (object instanceof COSArray array) {
                array.forEach(value -> {
                    if (value != null) {
                        open.push(value);
                    }
                });
            }
        }
    }

    /** Holds nothing else; large arrays of numbers are no large file. */
    private static boolean isPlain(COSBase object) {
        return !(object instanceof COSDictionary) && !(object instanceof COSArray);
    }

    private static boolean isActive(COSDictionary dictionary) {
        return ACTIVE.stream().anyMatch(dictionary::containsKey)
                || (dictionary.getDictionaryObject(COSName.S) instanceof COSName action
                        && ACTIVE_ACTIONS.contains(action.getName()));
    }
}
