package vn.plancascade.document.domain;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import vn.plancascade.document.EvidenceFormat;
import vn.plancascade.kernel.InvalidInput;

/** A photograph or a drawing that can be shown: not damaged, and not larger than any camera takes them. */
final class Picture {

    private static final long MOST_DOTS = 60_000_000;

    /** It is decoded once, no larger than this, so that a small file cannot fill the memory. */
    private static final int SIDE = 600;

    /** How every PNG ends: what follows it could be read as something else. */
    private static final byte[] END_OF_PNG = {0, 0, 0, 0, 'I', 'E', 'N', 'D', (byte) 0xAE, 'B', '`', (byte) 0x82};

    private Picture() {}

    static EvidenceFormat check(byte[] content, EvidenceFormat format) {
        if (format == EvidenceFormat.png && !endsAsPng(content)) {
            throw damaged();
        }
        ImageReader reader = ImageIO.getImageReadersByFormatName(format.name()).next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > MOST_DOTS) {
                throw new InvalidInput(EvidenceCheck.FIELD, "attachment.tooComplex");
            }
            ImageReadParam small = reader.getDefaultReadParam();
            small.setSourceSubsampling(1 + width / SIDE, 1 + height / SIDE, 0, 0);
            if (reader.canReadRaster()) {
                reader.readRaster(0, small);
            } else {
                reader.read(0, small);
            }
            return format;
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException unreadable) {
            throw damaged();
        } finally {
            reader.dispose();
        }
    }

    private static boolean endsAsPng(byte[] content) {
        int from = content.length - END_OF_PNG.length;
        return from > 0 && Arrays.equals(content, from, content.length, END_OF_PNG, 0, END_OF_PNG.length);
    }

    private static InvalidInput damaged() {
        return new InvalidInput(EvidenceCheck.FIELD, "attachment.damaged");
    }
}
