package vn.plancascade.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
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

    /** The file with something before it that another program may read instead. */
    public static byte[] after(String before, byte[] pdf) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(before.getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(pdf);
        return out.toByteArray();
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

    /** Half a megabyte whose one page unpacks to hundreds of megabytes, through these filters. */
    public static byte[] pageBomb(COSName... filters) {
        return made(pdf -> {
            COSStream content = new COSStream();
            try (OutputStream out = content.createOutputStream(new COSArray(List.of(filters)))) {
                byte[] blanks = new byte[1024 * 1024];
                java.util.Arrays.fill(blanks, (byte) ' ');
                for (int i = 0; i < 360; i++) {
                    out.write(blanks);
                }
            }
            pdf.getPage(0).getCOSObject().setItem(COSName.CONTENTS, content);
        });
    }

    public static byte[] withObjects(int n) {
        return made(pdf -> {
            COSArray many = new COSArray();
            for (int i = 0; i < n; i++) {
                many.add(new COSObject(new COSDictionary(), new COSObjectKey(1000 + i, 0)));
            }
            pdf.getDocumentCatalog().getCOSObject().setItem("Nhieu", many);
        });
    }

    public static byte[] withPictureOf(int width, int height) {
        return made(pdf -> {
            COSStream picture = new COSStream();
            picture.setInt(COSName.WIDTH, width);
            picture.setInt(COSName.HEIGHT, height);
            pdf.getPage(0).getCOSObject().setItem("Anh", picture);
        });
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
