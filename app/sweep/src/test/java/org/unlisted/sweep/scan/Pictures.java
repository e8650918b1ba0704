package org.unlisted.sweep.scan;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures of nobody. */
final class Pictures {
    private static final int FIELDS = 8;

    private Pictures() {}

    /** A pattern of coloured fields; another seed is another pattern. */
    static byte[] pattern(long seed, int side, String format) throws IOException {
        Random random = new Random(seed);
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        for (int y = 0; y < FIELDS; y++)
            for (int x = 0; x < FIELDS; x++) {
                g.setColor(new Color(random.nextInt(1 << 24)));
                g.fillRect(x * side / FIELDS, y * side / FIELDS, side / FIELDS + 1, side / FIELDS + 1);
            }
        g.dispose();
        return written(image, format);
    }

    static byte[] plain(int rgb) throws IOException {
        BufferedImage image = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 200 * 200; i++) image.setRGB(i % 200, i / 200, rgb);
        return written(image, "png");
    }

    private static byte[] written(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }
}
