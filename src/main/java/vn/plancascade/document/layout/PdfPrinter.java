package vn.plancascade.document.layout;

import com.openhtmltopdf.extend.FSTextBreaker;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.w3c.dom.Document;
import vn.plancascade.kernel.Letters;

/** Prints a Word file as PDF, with the letters that it uses embedded. */
final class PdfPrinter {

    private static final Map<Font, byte[]> FONTS = new EnumMap<>(Font.class);

    static {
        // Otherwise every document writes a dozen lines about its letters and its passes.
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
        for (Font font : Font.values()) {
            try (InputStream content = font.open()) {
                FONTS.put(font, content.readAllBytes());
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    private PdfPrinter() {}

    /** @param title what a reader shows above the pages */
    static byte[] print(byte[] docx, String title) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (WordFile file = WordFile.open(docx);
                PDDocument pdf = new PDDocument()) {
            PdfRendererBuilder printer = new PdfRendererBuilder();
            printer.usePDDocument(pdf);
            Document page = PageMarkup.of(file, title);
            boolean fallback = Letters.needsFallback(page.getDocumentElement().getTextContent());
            for (Font font : Font.values()) {
                if (font == Font.FALLBACK && !fallback) {
                    continue;
                }
                printer.useFont(
                        new PDFontSupplier(embedded(pdf, font)),
                        font.family(),
                        font.weight(),
                        font.isItalic() ? FontStyle.ITALIC : FontStyle.NORMAL,
                        true);
            }
            // Whatever a layout names, nothing is fetched.
            printer.useUriResolver((base, uri) -> null);
            printer.useUnicodeLineBreaker(new BetweenWords());
            printer.withProducer("plan-cascade");
            printer.withW3cDocument(page, null);
            printer.toStream(out);
            printer.run();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return out.toByteArray();
    }

    /**
     * Lines end where words do, or after a hyphen within a word, but within no date, amount or number of a document; the
     * printer's own rules would cut 15/12/2022 in two.
     */
    private static final class BetweenWords implements FSTextBreaker {

        private static final Pattern WORD_END =
                Pattern.compile("[ \\t\\n]+|(?<=(?:^|[ (])\\p{L}{1,20})-(?=\\p{L}*\\p{Ll}\\p{L}*(?:[ ,;.)]|$))");

        private String text;
        private Matcher ends;
        private boolean done;

        @Override
        public void setText(String text) {
            this.text = text;
            ends = WORD_END.matcher(text);
            done = false;
        }

        @Override
        public int next() {
            while (!done && ends.find()) {
                if (!Amounts.holds(text, ends.start())) {
                    return ends.end();
                }
            }
            boolean last = !done;
            done = true;
            return last ? text.length() : -1;
        }
    }

    /**
     * Without ligatures: Vietnamese has none, looking for them takes nine tenths of the time (PDFBox 3.0.7), and they make
     * text that is copied or searched another text.
     */
    private static PDType0Font embedded(PDDocument pdf, Font font) throws IOException {
        TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(FONTS.get(font)));
        parsed.setEnableGsub(false);
        return PDType0Font.load(pdf, parsed, true);
    }
}
