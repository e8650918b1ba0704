package org.unlisted.takedown.evidence;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import org.unlisted.takedown.sighting.Region;
import org.unlisted.takedown.sighting.SeenImage;

/**
 * Pictures that may be shown: the matched face, everybody else covered. Faces are filled opaque before anything is
 * scaled, so that no pixel of a stranger, however faint, is in the result. JPEG out, without EXIF. Thread-safe.
 */
public final class Redaction {
    private static final double FACE_MARGIN = 0.25; // of the face's box, on each side
    private static final int SMALLEST_BLOCK = 16; // px
    private static final int BLOCKS_A_SIDE = 24;

    /**
     * The matched face with a margin of a quarter of its box on each side, cut where the picture ends; other faces in
     * the cut are filled.
     *
     * @param image as served
     * @param seen  what was found in exactly this image
     * @param size  px of the result's longer side, 16 to 4096; small faces are enlarged
     * @throws IOException if the image is another one than {@code seen} or cannot be decoded
     */
    public byte[] face(byte[] image, SeenImage seen, int size) throws IOException {
        checkSize(size);
        BufferedImage upright = Pixels.decode(image, seen);
        Cover.fill(upright, seen);
        Rectangle cut = grow(seen.face(), FACE_MARGIN).intersection(Pixels.bounds(upright));
        if (cut.isEmpty()) throw new IOException("the face lies outside picture " + seen.sha256());
        double scale = (double) size / Math.max(cut.width, cut.height);
        BufferedImage part = upright.getSubimage(cut.x, cut.y, cut.width, cut.height);
        return Pixels.jpeg(Pixels.scale(part, scale));
    }

    /**
     * The whole picture, downscaled to {@code maxWidth} if it is wider: all but the matched face a coarse, pale mosaic, in
     * blocks of a twenty-fourth of the longer side and 16 px at least; other faces, grown by 35 %, filled; a thin frame
     * around the matched one.
     *
     * @param image    as served
     * @param seen     what was found in exactly this image
     * @param maxWidth px, 16 to 4096
     * @throws IOException if the image is another one than {@code seen} or cannot be decoded
     */
    public byte[] covered(byte[] image, SeenImage seen, int maxWidth) throws IOException {
        checkSize(maxWidth);
        BufferedImage upright = Pixels.decode(image, seen);
        Cover.fill(upright, seen);
        double scale = Math.min(1, (double) maxWidth / upright.getWidth());
        BufferedImage scaled = Pixels.scale(upright, scale);
        SeenImage smaller = at(seen, scale);
        int longer = Math.max(scaled.getWidth(), scaled.getHeight());
        BufferedImage result = Mosaic.of(scaled, Math.max(SMALLEST_BLOCK, Math.ceilDiv(longer, BLOCKS_A_SIDE)));
        Cover.reveal(scaled, smaller, result);
        Cover.fill(result, smaller);
        Cover.frame(result, smaller.face());
        return Pixels.jpeg(result);
    }

    private static void checkSize(int px) {
        if (px < 16 || px > 4096) throw new IllegalArgumentException("size outside 16..4096 px: " + px);
    }

    static Rectangle grow(Region face, double margin) {
        int dx = (int) Math.ceil((face.right() - face.left()) * margin);
        int dy = (int) Math.ceil((face.bottom() - face.top()) * margin);
        return new Rectangle(
                face.left() - dx,
                face.top() - dy,
                face.right() - face.left() + 2 * dx,
                face.bottom() - face.top() + 2 * dy);
    }

    private static SeenImage at(SeenImage seen, double scale) {
        List<Region> others = seen.others().stream().map(o -> outward(o, scale)).toList();
        return new SeenImage(
                seen.url(),
                seen.sha256(),
                Pixels.scaled(seen.width(), scale),
                Pixels.scaled(seen.height(), scale),
                outward(seen.face(), scale),
                others,
                seen.evidence());
    }

    private static Region outward(Region r, double scale) {
        return new Region(
                (int) Math.floor(r.left() * scale),
                (int) Math.floor(r.top() * scale),
                (int) Math.ceil(r.right() * scale),
                (int) Math.ceil(r.bottom() * scale));
    }
}
