package org.unlisted.takedown.evidence;

import java.awt.image.BufferedImage;

/** A picture as coarse blocks, each of the mean colour of its pixels. */
final class Mosaic {

    private Mosaic() {}

    static BufferedImage of(BufferedImage picture, int block) {
        var coarse = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < picture.getHeight(); y += block) {
            for (int x = 0; x < picture.getWidth(); x += block) {
                int width = Math.min(block, picture.getWidth() - x);
                int height = Math.min(block, picture.getHeight() - y);
                int mean = mean(picture.getRGB(x, y, width, height, null, 0, width));
                for (int row = y; row < y + height; row++)
                    for (int column = x; column < x + width; column++) coarse.setRGB(column, row, mean);
            }
        }
        return coarse;
    }

    private static int mean(int[] pixels) {
        long red = 0;
        long green = 0;
        long blue = 0;
        for (int rgb : pixels) {
            red += rgb >> 16 & 0xff;
            green += rgb >> 8 & 0xff;
            blue += rgb & 0xff;
        }
        int n = pixels.length;
        return (int) (red / n) << 16 | (int) (green / n) << 8 | (int) (blue / n);
    }
}
