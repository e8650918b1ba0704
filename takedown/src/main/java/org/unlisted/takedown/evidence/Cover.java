package org.unlisted.takedown.evidence;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Area;
import java.awt.image.BufferedImage;
import org.unlisted.takedown.sighting.Region;
import org.unlisted.takedown.sighting.SeenImage;

/** Which pixels of a picture belong to whom. */
final class Cover {
    static final Color FILL = new Color(0x2b2f36);
    static final Color FRAME = new Color(0xf2a900);
    private static final double OTHERS_MARGIN = 0.35; // hair, ears and neck identify people too

    private Cover() {}

    /** Paints over every other face. */
    static void fill(BufferedImage picture, SeenImage seen) {
        Graphics2D g = picture.createGraphics();
        try {
            g.setColor(FILL);
            g.fill(others(seen));
        } finally {
            g.dispose();
        }
    }

    /** Copies the matched face, and nothing else, from one picture into another of the same size. */
    static void reveal(BufferedImage from, SeenImage seen, BufferedImage into) {
        Graphics2D g = into.createGraphics();
        try {
            g.clip(rectangle(seen.face()));
            g.drawImage(from, 0, 0, null);
        } finally {
            g.dispose();
        }
    }

    static void frame(BufferedImage picture, Region face) {
        int width = Math.max(3, picture.getWidth() / 200);
        Graphics2D g = picture.createGraphics();
        try {
            g.setColor(FRAME);
            g.setStroke(new BasicStroke(width));
            Rectangle around = rectangle(face);
            around.grow(width, width);
            g.draw(around.intersection(new Rectangle(
                    width / 2, width / 2, picture.getWidth() - width, picture.getHeight() - width)));
        } finally {
            g.dispose();
        }
    }

    /** In a crowd a grown box may reach into the matched face: there only the box itself is painted. */
    private static Area others(SeenImage seen) {
        var grown = new Area();
        var bare = new Area();
        for (Region other : seen.others()) {
            grown.add(new Area(Redaction.grow(other, OTHERS_MARGIN)));
            bare.add(new Area(rectangle(other)));
        }
        grown.subtract(new Area(rectangle(seen.face())));
        grown.add(bare);
        return grown;
    }

    private static Rectangle rectangle(Region r) {
        return new Rectangle(r.left(), r.top(), r.right() - r.left(), r.bottom() - r.top());
    }
}
