package org.unlisted.face.mask;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.unlisted.face.detect.Landmarks;
import org.unlisted.face.image.Picture;
import org.unlisted.face.image.Point;

/**
 * Paints a face mask over a bare face, between the landmarks that its edge follows on real wearers: along the jaw, over
 * the cheeks, across the nose (the recipe of Anwar and Raychowdhury 2020, drawn as curves instead of a warped photo). The
 * cloth takes over the shade of the face below it, so that light still comes from where it came.
 */
public final class MaskPainter {

    /** Pleats of a flat mask. */
    private static final int PLEATS = 3;

    private MaskPainter() {}

    /**
     * A copy with a mask.
     *
     * @param face   landmarks of the bare face, px of the picture
     * @param colour 0xRRGGBB of the cloth in full light
     */
    public static Picture paint(Picture picture, Landmarks face, MaskShape shape, int colour) {
        Path2D edge = edge(face.points(), shape);
        BufferedImage cover = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_ARGB);
        Graphics2D canvas = cover.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setColor(new Color(colour));
        canvas.fill(edge);
        canvas.dispose();
        return Cloth.lay(picture, cover, edge.getBounds(), shape == MaskShape.SURGICAL ? PLEATS : 0);
    }

    /** From the right cheek along the jaw to the left one, and back over both cheeks and the nose. */
    private static Path2D edge(List<Point> p, MaskShape shape) {
        int first = shape.firstJaw();
        int last = 16 - first;
        Path2D path = new Path2D.Double();
        path.moveTo(p.get(first).x(), p.get(first).y());
        Point middle = between(p.get(30), p.get(8), 0.5);
        for (int jaw = first + 1; jaw <= last; jaw++) {
            Point out = between(p.get(jaw), middle, -0.05); // cloth lies on the chin, not in it
            path.lineTo(out.x(), out.y());
        }
        Point nose = p.get(shape.nose());
        curve(path, between(between(p.get(last), nose, 0.5), p.get(45), shape.bulge()), nose);
        curve(path, between(between(p.get(first), nose, 0.5), p.get(36), shape.bulge()), p.get(first));
        path.closePath();
        return path;
    }

    private static void curve(Path2D path, Point over, Point to) {
        path.quadTo(over.x(), over.y(), to.x(), to.y());
    }

    private static Point between(Point a, Point b, double share) {
        return new Point(a.x() + (b.x() - a.x()) * share, a.y() + (b.y() - a.y()) * share);
    }
}
