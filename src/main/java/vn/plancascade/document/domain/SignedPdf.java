package vn.plancascade.document.domain;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import vn.plancascade.document.Documents;
import vn.plancascade.kernel.InvalidInput;

/** What must hold for a file before it is kept as a signed document that others will open. */
final class SignedPdf {

    static final String FIELD = "file";
    private static final byte[] HEADER = "%PDF-".getBytes(StandardCharsets.US_ASCII);

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
            PdfObjects.check(pdf, InflatedSize.allowed(file.content().length));
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
}
