package vn.plancascade.document.domain;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FilterFactory;

/**
 * How large a PDF becomes when a reader unpacks it: a few kilobytes could fill the memory. What is counted never exceeds the
 * bound by more than a buffer. Pictures in their own codecs are not unpacked; their size is bounded by what they declare.
 */
final class InflatedSize {

    private static final int TIMES = 50;
    private static final long AT_LEAST = 64L * 1024 * 1024;
    private static final long AT_MOST = 256L * 1024 * 1024;

    /** What one filter hands to the next is kept in memory. */
    private static final long BETWEEN_FILTERS = 32L * 1024 * 1024;

    /** A sheet of A0 at 250 dots an inch, more or less. */
    private static final long MOST_DOTS = 100_000_000;

    /** How far before its content a stream says what it is; no program writes more about an object stream. */
    private static final int DICTIONARY = 4096;

    private static final Pattern ESCAPE = Pattern.compile("#([0-9A-Fa-f]{2})");

    private static final Pattern FLATE_ALONE =
            Pattern.compile("/Filter\\s*(/(FlateDecode|Fl)\\b|\\[\\s*/(FlateDecode|Fl)\\s*\\])");

    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);

    private static final Set<COSName> UNPACKED = Set.of(
            COSName.FLATE_DECODE,
            COSName.LZW_DECODE,
            COSName.RUN_LENGTH_DECODE,
            COSName.ASCII85_DECODE,
            COSName.ASCII_HEX_DECODE,
            COSName.getPDFName("Fl"),
            COSName.getPDFName("LZW"),
            COSName.getPDFName("RL"),
            COSName.getPDFName("A85"),
            COSName.getPDFName("AHx"));

    private long left;

    private InflatedSize(long left) {
        this.left = left;
    }

    /** So much may a file of this size become. */
    static InflatedSize allowed(long bytes) {
        return new InflatedSize(Math.min(AT_MOST, Math.max(AT_LEAST, TIMES * bytes)));
    }

    /**
     * Whether the file can be opened: a reader unpacks the streams of objects and of the table at once. Everything that
     * looks like packed content is unpacked, whatever its dictionary says; where that hides how it is packed, it is no.
     */
    static boolean mayOpen(byte[] pdf) {
        InflatedSize allowed = allowed(pdf.length);
        byte[] sink = new byte[64 * 1024];
        for (int at = next(pdf, 0); at >= 0; at = next(pdf, at + STREAM.length)) {
            if (isHidden(dictionary(pdf, at))) {
                return false;
            }
            allowed.left -= inflated(pdf, at + STREAM.length, sink, allowed.left);
            if (allowed.left <= 0) {
                return false;
            }
        }
        return true;
    }

    /** A stream of objects, or of the table, that is packed in another way than the one that all programs use. */
    private static boolean isHidden(String dictionary) {
        return (dictionary.contains("/ObjStm") || dictionary.contains("/XRef"))
                && dictionary.contains("/Filter")
                && !FLATE_ALONE.matcher(dictionary).find();
    }

    /** What stands before a stream since the last one, with the names' escapes ({@code /Obj#53tm}) undone. */
    private static String dictionary(byte[] pdf, int at) {
        int from = Math.max(0, at - DICTIONARY);
        String before = new String(pdf, from, at - from, StandardCharsets.ISO_8859_1);
        String own = before.substring(Math.max(0, before.lastIndexOf(" obj")));
        return ESCAPE.matcher(own)
                .replaceAll(hex -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(hex.group(1), 16))));
    }

    private static int next(byte[] pdf, int from) {
        for (int at = from; at <= pdf.length - STREAM.length; at++) {
            if (pdf[at] == 's'
                    && Arrays.equals(pdf, at, at + STREAM.length, STREAM, 0, STREAM.length)
                    && (at < 3 || pdf[at - 1] != 'd')) {
                return at;
            }
        }
        return -1;
    }

    private static long inflated(byte[] pdf, int from, byte[] sink, long most) {
        int start = from;
        while (start < pdf.length && (pdf[start] == '\r' || pdf[start] == '\n' || pdf[start] == ' ')) {
            start++;
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(pdf, start, pdf.length - start);
            long total = 0;
            while (!inflater.finished() && total < most) {
                int n = inflater.inflate(sink);
                if (n == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    break;
                }
                total += n;
            }
            return total;
        } catch (DataFormatException notDeflated) {
            return 0;
        } finally {
            inflater.end();
        }
    }

    /** Counts what a stream becomes through all its filters. */
    boolean takes(COSStream stream) throws IOException {
        if ((long) stream.getInt(COSName.WIDTH, 1) * stream.getInt(COSName.HEIGHT, 1) > MOST_DOTS) {
            return false;
        }
        List<COSName> filters = filters(stream.getFilters());
        byte[] content = null;
        for (int i = 0; i < filters.size() && UNPACKED.contains(filters.get(i)); i++) {
            boolean last = i == filters.size() - 1;
            Bounded out = new Bounded(last ? left : Math.min(left, BETWEEN_FILTERS), !last);
            try (InputStream in = content == null ? stream.createRawInputStream() : new ByteArrayInputStream(content)) {
                FilterFactory.INSTANCE.getFilter(filters.get(i)).decode(in, out, stream, i);
            } catch (IOException | RuntimeException broken) {
                // Too much, or a stream that no reader can unpack either, which is its own affair.
                if (out.isFull) {
                    return false;
                }
            }
            left -= out.written;
            content = last ? null : out.kept.toByteArray();
        }
        return left > 0;
    }

    private static List<COSName> filters(COSBase filters) {
        if (filters instanceof COSName one) {
            return List.of(one);
        }
        return filters instanceof COSArray several
                ? several.toList().stream()
                        .filter(COSName.class::isInstance)
                        .map(COSName.class::cast)
                        .toList()
                : List.of();
    }

    private static final class Bounded extends OutputStream {

        private final long most;
        private final ByteArrayOutputStream kept;
        private long written;
        private boolean isFull;

        Bounded(long most, boolean isKept) {
            this.most = most;
            this.kept = isKept ? new ByteArrayOutputStream() : null;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            written += length;
            if (written > most) {
                isFull = true;
                throw new IOException("More than is allowed");
            }
            if (kept != null) {
                kept.write(bytes, from, length);
            }
        }
    }
}
