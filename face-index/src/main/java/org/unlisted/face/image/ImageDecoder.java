package org.unlisted.face.image;

import static java.util.Objects.requireNonNull;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pixels from bytes of unknown origin: JPEG, PNG, GIF, WebP, BMP and TIFF, by their first bytes. The header's size is
 * checked before pixels are allocated, nothing is cached on disk. Of a picture that ends early only the rows that are
 * really there are given, never a reader's filler. Memory: 4 bytes a px beside the reader's own raster. Thread-safe.
 */
public final class ImageDecoder {

    /** px; fewer sound rows than this show nobody. */
    static final int FEWEST_ROWS = 48;

    /** Of a GIF or TIFF, besides the first. */
    private static final int FRAMES = 7;

    /** A progressive JPEG has about ten; each costs a pass over all of its pixels. */
    private static final int SCANS = 100;

    private static final Logger LOG = LoggerFactory.getLogger(ImageDecoder.class);

    private final ImageLimits limits;
    private final Gate gate;

    public ImageDecoder(ImageLimits limits) {
        this.limits = requireNonNull(limits, "limits");
        this.gate = new Gate(limits);
        ImageIO.setUseCache(false); // for the whole JVM, on purpose: no picture passes through a temporary file
    }

    /**
     * The picture; of several, the first frame or page. Never throws for odd bytes: the answer says what is wrong with
     * them.
     */
    public Decoding decode(byte[] bytes) {
        if (bytes.length > limits.maxBytes())
            return refuse(
                    Decoding.Cause.TOO_LARGE, "%,d bytes, at most %,d are read".formatted(bytes.length, limits.maxBytes()));
        Format format = Format.of(bytes);
        if (format == Format.UNKNOWN)
            return refuse(Decoding.Cause.NOT_AN_IMAGE, bytes.length == 0 ? "an empty file" : format.advice());
        if (!format.isRead())
            return refuse(Decoding.Cause.UNSUPPORTED, format.title() + " is not read: " + format.advice());
        try {
            return switch (format) {
                case GIF -> gif(bytes);
                case JPEG -> jpeg(bytes);
                case TIFF -> tiff(bytes, 0);
                case WEBP -> webp(bytes);
                case BMP -> bmp(bytes);
                default -> plain(format, bytes, bytes.length);
            };
        } catch (EOFException e) {
            return refuse(Decoding.Cause.TRUNCATED, format.title() + " that ends inside its header");
        } catch (IOException | RuntimeException | StackOverflowError e) {
            LOG.debug("event=header-broken problem={}", e.getClass().getSimpleName());
            return refuse(
                    Decoding.Cause.NOT_AN_IMAGE, "starts like " + format.title() + ", but its header makes no sense");
        } catch (OutOfMemoryError e) { // one large array that did not fit: the picture is at fault, not the machine
            LOG.warn("event=picture-too-large bytes={}", bytes.length);
            return refuse(Decoding.Cause.TOO_LARGE, format.title() + " that needs more memory than there is");
        }
    }

    /**
     * What is behind the first frame of a GIF or the first page of a TIFF: up to 7, evenly spread, together no more
     * pixels than one picture may have. Empty for everything else, and from the first broken one on.
     */
    public List<Picture> more(byte[] bytes) {
        if (bytes.length > limits.maxBytes()) return List.of();
        try {
            return switch (Format.of(bytes)) {
                case GIF -> moreFrames(GifFile.of(bytes), bytes.length);
                case TIFF -> morePages(TiffFile.of(bytes), bytes);
                default -> List.of();
            };
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) { // as in decode
            LOG.debug("event=frames-broken problem={}", e.getClass().getSimpleName());
            return List.of();
        }
    }

    private List<Picture> moreFrames(GifFile gif, int bytes) {
        if (gif.frames().size() < 2 || gate.refusal(Format.GIF, gif.width(), gif.height(), bytes).isPresent())
            return List.of();
        long fit = limits.maxPixels() / ((long) gif.width() * gif.height());
        return new GifPainter(gif, gate).more((int) Math.min(FRAMES, fit));
    }

    private List<Picture> morePages(TiffFile tiff, byte[] bytes) {
        List<Picture> pages = new ArrayList<>();
        long left = limits.maxPixels();
        for (int page : GifPainter.spread(tiff.pages(), FRAMES)) {
            Optional<Picture> read = page(bytes, page);
            if (read.isEmpty()) continue;
            left -= (long) read.get().width() * read.get().height();
            if (left < 0) break;
            pages.add(read.get());
        }
        return pages;
    }

    private Optional<Picture> page(byte[] bytes, int page) {
        try {
            return switch (tiff(bytes, page)) {
                case Decoding.Decoded(Picture picture) -> Optional.of(picture);
                case Decoding.Cut cut -> Optional.of(cut.sound());
                case Decoding.Refused _ -> Optional.empty();
            };
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private Decoding gif(byte[] bytes) {
        GifFile gif = GifFile.of(bytes);
        if (gif.frames().isEmpty()) return refuse(Decoding.Cause.TRUNCATED, "GIF without a frame");
        Optional<Decoding.Refused> refusal = gate.refusal(Format.GIF, gif.width(), gif.height(), bytes.length);
        if (refusal.isPresent()) return refusal.get();
        GifFile.Frame first = gif.frames().getFirst();
        refusal = gate.refusal(Format.GIF, first.width(), first.height(), bytes.length);
        if (refusal.isPresent()) return refusal.get();
        GifPainter painter = new GifPainter(gif, gate);
        Optional<SoundRows.Run> rows = painter.first();
        if (rows.isEmpty() || rows.get().length() < Math.min(FEWEST_ROWS, gif.height()))
            return truncated(Format.GIF, gif.width(), gif.height());
        Picture sound = painter.picture(rows.get());
        if (rows.get().length() == gif.height()) return new Decoding.Decoded(sound);
        return cut(Format.GIF, sound, rows.get(), Orientation.UPRIGHT, gif.height());
    }

    private Decoding jpeg(byte[] bytes) throws IOException {
        JpegScans scans = JpegScans.of(bytes);
        if (!scans.unsupported().isEmpty())
            return refuse(
                    Decoding.Cause.UNSUPPORTED, "JPEG with " + scans.unsupported() + " is not read: save it as plain JPEG");
        if (scans.count() > SCANS)
            return refuse(Decoding.Cause.TOO_LARGE, "JPEG in more than %d scans".formatted(SCANS));
        Decoding plain = plain(Format.JPEG, bytes, bytes.length);
        if (!scans.isProgressive() || !(plain instanceof Decoding.Refused(Decoding.Cause cause, String reason))
                || cause != Decoding.Cause.TRUNCATED) return plain;
        byte[] kept = scans.withoutBrokenScan();
        if (kept.length == 0) return plain;
        return switch (plain(Format.JPEG, kept, bytes.length)) {
            case Decoding.Decoded(Picture p) ->
                new Decoding.Cut(p, new Box(0, 0, p.width(), p.height()), p.width(), p.height(),
                        reason + "; what is there shows all of it, a little coarser");
            case Decoding.Cut _, Decoding.Refused _ -> plain;
        };
    }

    private Decoding tiff(byte[] bytes, int page) throws IOException {
        TiffFile tiff = TiffFile.of(bytes);
        if (tiff.pages() == 0) return refuse(Decoding.Cause.TRUNCATED, "TIFF without a page");
        if (tiff.isCut(page)) return refuse(Decoding.Cause.TRUNCATED, "TIFF that is cut off");
        if (tiff.tile(page) > limits.maxPixels())
            return refuse(Decoding.Cause.TOO_LARGE, "TIFF with tiles of %,d px".formatted(tiff.tile(page)));
        return plain(Format.TIFF, tiff.alone(page), bytes.length);
    }

    private Decoding webp(byte[] bytes) throws IOException {
        WebpFile webp = WebpFile.of(bytes);
        if (webp.isCut()) return refuse(Decoding.Cause.TRUNCATED, "WebP that is cut off");
        if (webp.largest() > limits.maxPixels())
            return refuse(Decoding.Cause.TOO_LARGE, "WebP of %,d px, at most %,d are read; hand it in smaller"
                    .formatted(webp.largest(), limits.maxPixels()));
        return plain(Format.WEBP, bytes, bytes.length);
    }

    /** A BMP may be a wrapper around a JPEG or PNG, whose own size nobody has checked. */
    private Decoding bmp(byte[] bytes) throws IOException {
        boolean wrapper = bytes.length > 30 && (bytes[30] == 4 || bytes[30] == 5) && bytes[14] >= 40;
        if (wrapper) return refuse(Decoding.Cause.UNSUPPORTED, "BMP around another picture is not read: save it as JPEG");
        return plain(Format.BMP, bytes, bytes.length);
    }

    /** @param size bytes of the whole file */
    private Decoding plain(Format format, byte[] bytes, int size) throws IOException {
        try (Reading reading = Reading.open(format, bytes)) {
            int width = reading.width();
            int height = reading.height();
            Optional<Decoding.Refused> refusal = gate.refusal(format, width, height, size);
            if (refusal.isPresent()) return refusal.get();
            if (reading.isTooDeep()) return refuse(Decoding.Cause.UNSUPPORTED, format.title() + " with too many channels");
            JpegScans scans = JpegScans.of(format == Format.JPEG ? bytes : new byte[0]);
            Optional<Reading.Image> image = reading.read(!scans.isProgressive());
            boolean ended = format != Format.JPEG || !reading.isPadded() || scans.isEnded();
            if (image.isEmpty() || !ended || image.get().rows().length() < Math.min(FEWEST_ROWS, height))
                return truncated(format, width, height);
            Orientation orientation = format == Format.BMP ? Orientation.UPRIGHT : Orientation.of(bytes);
            SoundRows.Run rows = image.get().rows();
            Picture picture = Pixels.upright(image.get().pixels(), rows, orientation);
            if (image.get().isWhole()) return new Decoding.Decoded(picture);
            return cut(format, picture, rows, orientation, height);
        }
    }

    private static Decoding cut(Format format, Picture sound, SoundRows.Run rows, Orientation orientation, int height) {
        int width = orientation.width(sound.width(), sound.height());
        String reason = "%s of %,d x %,d px that is cut off or damaged: %,d of its rows are there"
                .formatted(format.title(), width, height, rows.length());
        return new Decoding.Cut(
                sound, orientation.place(rows, width, height), orientation.width(width, height),
                orientation.height(width, height), reason);
    }

    private static Decoding truncated(Format format, int width, int height) {
        return refuse(
                Decoding.Cause.TRUNCATED,
                "%s of %,d x %,d px that is cut off or damaged".formatted(format.title(), width, height));
    }

    private static Decoding refuse(Decoding.Cause cause, String reason) {
        return new Decoding.Refused(cause, reason);
    }
}
