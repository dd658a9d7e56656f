package vn.plancascade.monitoring.web;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import vn.plancascade.kernel.Letters;

/** A curve's picture as a PNG, for mails: the lines of the page's picture, which no mail program draws. */
final class CurveImage {

    private static final int WIDTH = 800;
    private static final int HEIGHT = 300;
    private static final Color INK = new Color(0x1b1b1b);
    private static final Color GRID = new Color(0xc9d1d9);
    private static final Color ISSUED = new Color(0x0b4f8a);
    private static final Color DUE = new Color(0x8a5a00);
    private static final BasicStroke DASHED =
            new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {7, 5}, 0);

    private CurveImage() {}

    static byte[] png(CurvePicture picture) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D paper = image.createGraphics();
        try {
            draw(paper, picture);
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            ImageIO.write(image, "png", file);
            return file.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            paper.dispose();
        }
    }

    private static void draw(Graphics2D paper, CurvePicture picture) {
        paper.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        paper.setColor(Color.WHITE);
        paper.fillRect(0, 0, WIDTH, HEIGHT);
        paper.setFont(font());
        for (CurvePicture.Tick tick : picture.counts()) {
            paper.setColor(GRID);
            paper.drawLine(CurveScale.LEFT, (int) tick.y(), CurveScale.RIGHT, (int) tick.y());
            text(paper, tick.text(), CurveScale.LEFT - 6 - width(paper, tick.text()), tick.y() + 4);
        }
        for (CurvePicture.Tick tick : picture.days()) {
            text(paper, tick.text(), tick.x() - width(paper, tick.text()) / 2.0, CurveScale.BOTTOM + 20);
        }
        for (CurvePicture.Tick tick : picture.deadlines()) {
            paper.setColor(INK);
            paper.drawLine((int) tick.x(), CurveScale.TOP, (int) tick.x(), CurveScale.BOTTOM);
            text(paper, tick.text(), tick.x() - width(paper, tick.text()) / 2.0, CurveScale.TOP - 6);
        }
        paper.setColor(DUE);
        paper.setStroke(DASHED);
        paper.draw(line(picture.due()));
        paper.setColor(ISSUED);
        paper.setStroke(new BasicStroke(3, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        paper.draw(line(picture.issued()));
    }

    private static void text(Graphics2D paper, String text, double x, double y) {
        paper.setColor(INK);
        paper.drawString(text, (float) x, (float) y);
    }

    private static int width(Graphics2D paper, String text) {
        return paper.getFontMetrics().stringWidth(text);
    }

    private static Path2D line(String points) {
        Path2D line = new Path2D.Double();
        for (String point : points.isEmpty() ? new String[0] : points.split(" ")) {
            double x = Double.parseDouble(point.substring(0, point.indexOf(',')));
            double y = Double.parseDouble(point.substring(point.indexOf(',') + 1));
            if (line.getCurrentPoint() == null) {
                line.moveTo(x, y);
            } else {
                line.lineTo(x, y);
            }
        }
        return line;
    }

    /** The product's own, so that the picture is the same on every machine. */
    private static Font font() {
        try (InputStream file = CurveImage.class.getResourceAsStream(Letters.FALLBACK)) {
            return Font.createFont(Font.TRUETYPE_FONT, file).deriveFont(13f);
        } catch (IOException | FontFormatException impossible) {
            throw new IllegalStateException(Letters.FALLBACK, impossible);
        }
    }
}
