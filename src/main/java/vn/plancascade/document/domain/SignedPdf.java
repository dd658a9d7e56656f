package vn.plancascade.document.domain;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import vn.plancascade.document.Documents;
import vn.plancascade.kernel.InvalidInput;

/** What must hold for a file before it is kept as a signed document that others will open. */
final class SignedPdf {

    private static final String FIELD = "file";
    private static final byte[] HEADER = "%PDF-".getBytes(StandardCharsets.US_ASCII);

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

    private SignedPdf() {}

    /** @throws InvalidInput on {@code file}, saying what is wrong with it */
    static void check(Documents.Upload file) {
        if (file == null || file.content() == null || file.content().length == 0) {
            throw new InvalidInput(FIELD, "document.file.missing");
        }
        if (file.content().length > Documents.MAX_BYTES) {
            throw new InvalidInput(FIELD, "document.file.tooLarge", Documents.MAX_BYTES / 1024 / 1024);
        }
        if (!startsAsPdf(file.content())) {
            throw new InvalidInput(FIELD, "document.file.noPdf");
        }
        if (!InflatedSize.mayOpen(file.content())) {
            throw new InvalidInput(FIELD, "document.file.tooComplex");
        }
        try (PDDocument pdf = Loader.loadPDF(file.content())) {
            if (pdf.isEncrypted()) {
                throw new InvalidInput(FIELD, "document.file.encrypted");
            }
            if (pdf.getNumberOfPages() == 0) {
                throw new InvalidInput(FIELD, "document.file.damaged");
            }
            walk(pdf, InflatedSize.allowed(file.content().length));
        } catch (InvalidPasswordException locked) {
            throw new InvalidInput(FIELD, "document.file.encrypted");
        } catch (InvalidInput found) {
            throw found;
        } catch (IOException | RuntimeException | StackOverflowError unreadable) {
            throw new InvalidInput(FIELD, "document.file.damaged");
        }
    }

    /** The mark stands at the very beginning: what stands before it could be read as something else. */
    private static boolean startsAsPdf(byte[] content) {
        return content.length > HEADER.length && Arrays.equals(content, 0, HEADER.length, HEADER, 0, HEADER.length);
    }

    /** Looks at every object of the file, reachable or not, each once. */
    private static void walk(PDDocument pdf, InflatedSize allowed) throws IOException {
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
                throw new InvalidInput(FIELD, "document.file.tooComplex");
            }
            COSBase next = open.pop();
            COSBase object = next instanceof COSObject reference ? reference.getObject() : next;
            if (object == null || isPlain(object) || !seen.add(object)) {
                continue;
            }
            if (object instanceof COSStream stream && !allowed.takes(stream)) {
                throw new InvalidInput(FIELD, "document.file.tooComplex");
            }
            if (object instanceof COSDictionary dictionary) {
                if (isActive(dictionary)) {
                    throw new InvalidInput(FIELD, "document.file.active");
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
