package org.unlisted.takedown.evidence;

import java.awt.image.BufferedImage;

/**
 * A picture as coarse, pale blocks, each of the mean colour of its pixels faded into grey. In blocks of full contrast a
 * detector still sees faces, in a neck under a cover or in the fingers around a card; so may people.
 */
final class Mosaic {

    private static final int GREY = 0xB0;
    private static final int FADED = 3; // one part of the picture's colour in so many

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
        return faded(red / n) << 16 | faded(green / n) << 8 | faded(blue / n);
    }

    private static int faded(long channel) {
        return (int) ((channel + (FADED - 1) * GREY) / FADED);
    }
}
