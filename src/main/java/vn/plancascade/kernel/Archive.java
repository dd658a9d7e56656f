package vn.plancascade.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Whether a file of Office (a ZIP archive of XML) can be unpacked without harm. */
public final class Archive {

    private static final int HIGHEST_RATIO = 200;
    private static final int LEAST_PACKED = 10_000;

    /** Files of Office have some dozens of parts; those with a hundred sheets some hundreds. */
    private static final int MOST_PARTS = 2_000;

    private static final byte[] MAGIC = {'P', 'K'};
    private static final byte[] DOCTYPE = "<!DOCTYPE".getBytes(StandardCharsets.US_ASCII);

    private Archive() {}

    /** What came of unpacking it. */
    public enum Verdict {
        sound,
        /** No archive, or not the whole of one. */
        damaged,
        /** Its XML brings definitions of its own, which no program of Office writes. */
        withDoctype,
        /** It grows beyond all measure. */
        tooLarge
    }

    /**
     * Unpacks the file once, and keeps nothing, to know that it can be unpacked.
     *
     * @param most bytes that it may grow to
     */
    public static Verdict check(byte[] content, long most) {
        if (content.length < MAGIC.length || !Arrays.equals(content, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            return Verdict.damaged;
        }
        long allowed = Math.min(most, (long) HIGHEST_RATIO * Math.max(content.length, LEAST_PACKED));
        byte[] buffer = new byte[64 * 1024];
        boolean any = false;
        try (ZipFile zip = ZipFile.builder().setByteArray(content).get()) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
            if (entries.size() > MOST_PARTS) {
                return Verdict.tooLarge;
            }
            for (ZipArchiveEntry entry : entries) {
                any = true;
                try (InputStream in = zip.getInputStream(entry)) {
                    boolean begins = true;
                    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                        if (begins && contains(buffer, Math.min(n, 1024), DOCTYPE)) {
                            return Verdict.withDoctype;
                        }
                        begins = false;
                        allowed -= n;
                        if (allowed < 0) {
                            return Verdict.tooLarge;
                        }
                    }
                }
            }
        } catch (IOException half) {
            return Verdict.damaged;
        }
        return any ? Verdict.sound : Verdict.damaged;
    }

    private static boolean contains(byte[] buffer, int length, byte[] wanted) {
        for (int i = 0; i <= length - wanted.length; i++) {
            if (Arrays.equals(buffer, i, i + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }
}
