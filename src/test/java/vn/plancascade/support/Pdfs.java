package vn.plancascade.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;

/** Signed papers as they come in, and files that only look like them. */
public final class Pdfs {

    private Pdfs() {}

    public static byte[] signed(String title) {
        return made(pdf -> pdf.getDocumentInformation().setTitle(title));
    }

    public static byte[] withScript() {
        return made(pdf -> pdf.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)")));
    }

    public static byte[] encrypted() {
        return made(pdf -> pdf.protect(new StandardProtectionPolicy("chu", "nguoidoc", new AccessPermission())));
    }

    public static byte[] program() {
        byte[] exe = ("MZ" + "\0".repeat(100) + "%PDF-1.4").getBytes(StandardCharsets.ISO_8859_1);
        return exe;
    }

    /** A few hundred kilobytes whose object stream unpacks to hundreds of megabytes. */
    public static byte[] bomb() {
        try {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
                byte[] blanks = new byte[1024 * 1024];
                java.util.Arrays.fill(blanks, (byte) ' ');
                for (int i = 0; i < 300; i++) {
                    deflater.write(blanks);
                }
            }
            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
            pdf.writeBytes(("%PDF-1.5\n1 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length "
                            + packed.size() + " >>\nstream\n")
                    .getBytes(StandardCharsets.US_ASCII));
            pdf.writeBytes(packed.toByteArray());
            pdf.writeBytes("\nendstream\nendobj\ntrailer << /Root 2 0 R >>\n%%EOF".getBytes(StandardCharsets.US_ASCII));
            return pdf.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] made(Change change) {
        try (PDDocument pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            change.on(pdf);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            pdf.save(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private interface Change {
        void on(PDDocument pdf) throws IOException;
    }
}
