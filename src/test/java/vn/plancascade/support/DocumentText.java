package vn.plancascade.support;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** What documents say, with blanks and line ends left out: where lines end is the layout's. */
public final class DocumentText {

    private DocumentText() {}

    public static String ofPdf(byte[] file) {
        try (PDDocument pdf = Loader.loadPDF(file)) {
            return squeezed(new PDFTextStripper().getText(pdf));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static String ofWord(byte[] file) {
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(file));
                XWPFWordExtractor reader = new XWPFWordExtractor(word)) {
            return squeezed(reader.getText());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static String squeezed(String text) {
        return text.replaceAll("[\\s\\u00a0]+", "");
    }
}
