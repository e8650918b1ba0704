package org.unlisted.face.mask;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import org.unlisted.face.image.Picture;

/** Lays a cover over a picture, in the light of what it covers. */
final class Cloth {

    /** Light across the cloth is read from a grid so coarse that no mouth shows through. */
    private static final int GRID = 4;

    /** Shade of a fold against the cloth beside it. */
    private static final double FOLD = 0.85;

    private Cloth() {}

    /**
     * @param cover opaque where the cloth is, of the picture's size
     * @param part  the cover's bounds; may reach over the picture's edge
     * @param folds horizontal ones, 0 or more
     */
    static Picture lay(Picture picture, BufferedImage cover, Rectangle part, int folds) {
        Rectangle r = part.intersection(new Rectangle(picture.width(), picture.height()));
        int[] rgb = new int[picture.width() * picture.height()];
        for (int y = 0; y < picture.height(); y++)
            for (int x = 0; x < picture.width(); x++) rgb[y * picture.width() + x] = picture.rgb(x, y);
        if (r.isEmpty()) return Picture.of(picture.width(), picture.height(), rgb);
        double[][] light = light(picture, r);
        for (int y = r.y; y < r.y + r.height; y++) {
            for (int x = r.x; x < r.x + r.width; x++) {
                int over = cover.getRGB(x, y);
                int alpha = over >>> 24;
                if (alpha == 0) continue;
                double shade = at(light, (x + 0.5 - r.x) / r.width, (y + 0.5 - r.y) / r.height) * fold(y - r.y, r.height, folds);
                int i = y * picture.width() + x;
                rgb[i] = blend(rgb[i], over, alpha / 255.0, shade);
            }
        }
        return Picture.of(picture.width(), picture.height(), rgb);
    }

    private static double fold(int row, int height, int folds) {
        for (int i = 1; i <= folds; i++) {
            int middle = height * i / (folds + 1);
            if (Math.abs(row - middle) <= height / 60) return FOLD;
        }
        return 1;
    }

    private static int blend(int below, int above, double alpha, double shade) {
        int out = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double cloth = Math.min(255, (above >> shift & 255) * shade);
            out |= (int) Math.round((below >> shift & 255) * (1 - alpha) + cloth * alpha) << shift;
        }
        return out;
    }

    /** Mean light of a coarse grid, relative to its brightest cell; never below a half: white cloth in shade is grey, not black. */
    private static double[][] light(Picture picture, Rectangle r) {
        double[][] cells = new double[GRID][GRID];
        double brightest = 1;
        for (int row = 0; row < GRID; row++) {
            for (int column = 0; column < GRID; column++) {
                cells[row][column] = mean(picture, r.x + r.width * column / GRID, r.y + r.height * row / GRID,
                        r.x + r.width * (column + 1) / GRID, r.y + r.height * (row + 1) / GRID);
                brightest = Math.max(brightest, cells[row][column]);
            }
        }
        for (double[] row : cells) for (int i = 0; i < GRID; i++) row[i] = 0.5 + 0.5 * row[i] / brightest;
        return cells;
    }

    private static double mean(Picture picture, int left, int top, int right, int bottom) {
        double sum = 0;
        int count = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int rgb = picture.rgb(x, y);
                sum += 0.299 * (rgb >> 16 & 255) + 0.587 * (rgb >> 8 & 255) + 0.114 * (rgb & 255);
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    /** Between the middles of the cells. */
    private static double at(double[][] cells, double x, double y) {
        double u = Math.clamp(x * GRID - 0.5, 0, GRID - 1.0);
        double v = Math.clamp(y * GRID - 0.5, 0, GRID - 1.0);
        int left = Math.min((int) u, GRID - 2);
        int top = Math.min((int) v, GRID - 2);
        double fx = u - left;
        double fy = v - top;
        return (cells[top][left] * (1 - fx) + cells[top][left + 1] * fx) * (1 - fy)
                + (cells[top + 1][left] * (1 - fx) + cells[top + 1][left + 1] * fx) * fy;
    }
}
