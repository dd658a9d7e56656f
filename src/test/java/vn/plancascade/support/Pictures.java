package vn.plancascade.support;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Pictures as people take them, and one that claims to be larger than it is. */
public final class Pictures {

    /** Where a PNG says its width: behind its mark, and the length and name of its first chunk. */
    private static final int WIDTH = 16;

    private static final int HEADER = 12;
    private static final int HEADER_LENGTH = 17;

    private Pictures() {}

    public static byte[] png(int width, int height) {
        return made("png", width, height);
    }

    /** A picture in a file of this name, with the ending of its kind. */
    public static Path file(String name) {
        try {
            return Files.write(Files.createTempFile(name, ".png"), png(60, 40));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public static byte[] jpg(int width, int height) {
        return made("jpg", width, height);
    }

    /** The PNG with another size in its head. */
    public static byte[] claiming(byte[] png, int width, int height) {
        ByteBuffer changed = ByteBuffer.wrap(png.clone());
        changed.putInt(WIDTH, width).putInt(WIDTH + 4, height);
        CRC32 sum = new CRC32();
        sum.update(changed.array(), HEADER, HEADER_LENGTH);
        return changed.putInt(HEADER + HEADER_LENGTH, (int) sum.getValue()).array();
    }

    private static byte[] made(String format, int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            picture.setRGB(x, x % height, 0xFFFFFF & (x * 7919));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
