package org.unlisted.face.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Paints the frames of a GIF over one another as a viewer would, on white, and keeps some. What it costs is bounded by
 * pixels, not by frames.
 */
final class GifPainter {

    private static final int WHITE = 0xffffff;

    /** How often the largest picture may be decoded to get at further frames. */
    private static final int PATIENCE = 4;

    private final GifFile file;
    private final Gate gate;
    private final int width;
    private final int height;
    private final int[] screen;
    private int[] before = {};

    /** @param file whose screen has passed the gate */
    GifPainter(GifFile file, Gate gate) {
        this.file = file;
        this.gate = gate;
        width = file.width();
        height = file.height();
        screen = new int[width * height];
        Arrays.fill(screen, WHITE);
    }

    /** Paints the first frame and says which rows of the screen are real; empty if it cannot be painted. */
    Optional<SoundRows.Run> first() {
        GifFile.Frame frame = file.frames().getFirst();
        Optional<Reading.Image> image = read(frame);
        if (image.isEmpty()) return Optional.empty();
        SoundRows.Run rows = image.get().rows();
        paint(frame, image.get());
        boolean whole = image.get().isWhole();
        if (!whole && !frame.covers(width, height)) return Optional.empty(); // nobody could say where it ends
        return Optional.of(whole ? new SoundRows.Run(0, height) : clipped(rows));
    }

    private SoundRows.Run clipped(SoundRows.Run rows) {
        return new SoundRows.Run(Math.min(rows.from(), height), Math.min(rows.to(), height));
    }

    /** Up to {@code count} further frames, evenly spread over as many as can be reached; up to the first broken one. */
    List<Picture> more(int count) {
        int reached = reached();
        List<Picture> kept = new ArrayList<>();
        List<Integer> wanted = spread(reached, count);
        int painted = 0;
        for (int target : wanted) {
            for (int i = from(painted, target); i <= target; i++) {
                Optional<Reading.Image> image = read(file.frames().get(i)).filter(Reading.Image::isWhole);
                if (image.isEmpty()) return kept;
                if (i > 0) dispose(file.frames().get(i - 1));
                paint(file.frames().get(i), image.get());
            }
            painted = target + 1;
            kept.add(Picture.of(width, height, screen));
        }
        return kept;
    }

    /** Indices from 1 on. */
    static List<Integer> spread(int frames, int count) {
        int kept = Math.min(count, frames - 1);
        List<Integer> indices = new ArrayList<>();
        for (int i = 1; i <= kept; i++) indices.add((int) ((long) i * (frames - 1) / kept));
        return indices;
    }

    /** How many frames can be painted for what may be spent. */
    private int reached() {
        long left = PATIENCE * gate.limits().maxPixels();
        int reached = 0;
        for (GifFile.Frame frame : file.frames()) {
            left -= Math.max(1_000, (long) frame.width() * frame.height()); // opening one costs something, too
            if (left < 0 || !frame.whole()) break;
            reached++;
        }
        return reached;
    }

    /** From the last frame on that hides all before it. */
    private int from(int next, int target) {
        for (int i = target; i > next; i--) if (file.frames().get(i).covers(width, height)) return i;
        return next;
    }

    private Optional<Reading.Image> read(GifFile.Frame frame) {
        byte[] alone = file.alone(frame);
        if (gate.refusal(Format.GIF, frame.width(), frame.height(), alone.length).isPresent()) return Optional.empty();
        try (Reading reading = Reading.open(Format.GIF, alone)) {
            return reading.read(true);
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private void paint(GifFile.Frame frame, Reading.Image image) {
        if (frame.disposal() == GifFile.Frame.RESTORED) before = screen.clone();
        BufferedImage pixels = image.pixels();
        int columns = Math.min(frame.width(), width - frame.left());
        int[] line = new int[Math.max(0, columns)];
        for (int y = image.rows().from(); y < image.rows().to() && frame.top() + y < height && columns > 0; y++) {
            pixels.getRGB(0, y, columns, 1, line, 0, columns);
            int at = (frame.top() + y) * width + frame.left();
            for (int x = 0; x < columns; x++) if (line[x] >>> 24 > 127) screen[at + x] = line[x] & WHITE;
        }
    }

    private void dispose(GifFile.Frame frame) {
        if (frame.disposal() == GifFile.Frame.RESTORED && before.length > 0)
            System.arraycopy(before, 0, screen, 0, screen.length);
        if (frame.disposal() != GifFile.Frame.CLEARED) return;
        for (int y = frame.top(); y < Math.min(height, frame.top() + frame.height()); y++) {
            int left = Math.min(width, frame.left());
            Arrays.fill(screen, y * width + left, y * width + Math.min(width, left + frame.width()), WHITE);
        }
    }

    /** Those rows of the screen as it is now. */
    Picture picture(SoundRows.Run rows) {
        return Picture.owning(width, rows.length(), Arrays.copyOfRange(screen, rows.from() * width, rows.to() * width));
    }
}
