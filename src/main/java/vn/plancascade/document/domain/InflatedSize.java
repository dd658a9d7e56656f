package vn.plancascade.document.domain;

import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * How large the structural streams of a PDF become: a reader unpacks those as soon as it opens the file, so that a few
 * kilobytes could fill the memory. Pages' contents and pictures are not unpacked here.
 */
final class InflatedSize {

    private static final long MOST = 64L * 1024 * 1024;

    /** How far before its content a stream says what it is. */
    private static final int DICTIONARY = 600;

    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);

    private InflatedSize() {}

    static boolean isBounded(byte[] pdf) {
        long total = 0;
        byte[] sink = new byte[64 * 1024];
        for (int at = next(pdf, 0); at >= 0; at = next(pdf, at + STREAM.length)) {
            String before = new String(
                    pdf, Math.max(0, at - DICTIONARY), at - Math.max(0, at - DICTIONARY), StandardCharsets.ISO_8859_1);
            String dictionary = before.substring(Math.max(0, before.lastIndexOf(" obj")));
            if (dictionary.contains("/ObjStm") || dictionary.contains("/XRef")) {
                total += inflated(pdf, at + STREAM.length, sink, MOST - total);
                if (total >= MOST) {
                    return false;
                }
            }
        }
        return true;
    }

    private static int next(byte[] pdf, int from) {
        for (int at = from; at <= pdf.length - STREAM.length; at++) {
            if (pdf[at] == 's'
                    && java.util.Arrays.equals(pdf, at, at + STREAM.length, STREAM, 0, STREAM.length)
                    && (at < 3 || pdf[at - 1] != 'd')) {
                return at;
            }
        }
        return -1;
    }

    private static long inflated(byte[] pdf, int from, byte[] sink, long most) {
        int start = from;
        while (start < pdf.length && (pdf[start] == '\r' || pdf[start] == '\n')) {
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
}
