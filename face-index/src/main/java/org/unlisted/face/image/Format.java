package org.unlisted.face.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Locale;

/**
 * What a file is by its first bytes, whatever its name says and whatever is glued behind it: the rest of a polyglot is
 * never looked at. What is not read has its name here too, so that people are told which picture to save how.
 */
enum Format {
    // px a byte: a JPEG spends a bit on each block of 8 x 8 at least, in MCUs of up to 32 x 32 with 8 blocks;
    // deflate packs 1032 bytes into one, of 8 px each; LZW 4096 px into twelve bits. WebP, CCITT and BMP's RLE have no
    // such floor: there a plain picture may be any size up to FREE, and a larger one must look like one.
    JPEG("JPEG", 1024, 0),
    PNG("PNG", 8256, 0),
    GIF("GIF", 2731, 0),
    WEBP("WebP", 4096, Format.FREE),
    BMP("BMP", 4096, Format.FREE),
    TIFF("TIFF", 4096, Format.FREE),
    HEIC("HEIC", "save it as JPEG first"),
    AVIF("AVIF", "save it as JPEG first"),
    JPEG_XL("JPEG XL", "save it as JPEG first"),
    JPEG_2000("JPEG 2000", "save it as JPEG first"),
    PSD("Photoshop", "save it as JPEG first"),
    ICON("Windows icon", "icons are not looked at"),
    SVG("SVG", "drawings are never opened"),
    PDF("PDF", "a document; its pages are read where bundles are scanned"),
    MP4("MP4", "videos are not read; save still pictures of it"),
    QUICKTIME("QuickTime", "videos are not read; save still pictures of it"),
    MATROSKA("WebM or Matroska", "videos are not read; save still pictures of it"),
    AVI("AVI", "videos are not read; save still pictures of it"),
    UNKNOWN("", "not a picture");

    /** px; 64 MB decoded. */
    private static final int FREE = 16_000_000;

    /** Bytes looked at. */
    private static final int HEAD = 1024;

    private final String title;
    private final int pixelsPerByte;
    private final long freePixels;
    private final String advice;

    Format(String title, int pixelsPerByte, long freePixels) {
        this.title = title;
        this.pixelsPerByte = pixelsPerByte;
        this.freePixels = freePixels;
        this.advice = "";
    }

    Format(String title, String advice) {
        this.title = title;
        this.pixelsPerByte = 0;
        this.freePixels = 0;
        this.advice = advice;
    }

    boolean isRead() {
        return pixelsPerByte > 0;
    }

    /** As people write it. */
    String title() {
        return title;
    }

    /** Why it is not read, or what to do. */
    String advice() {
        return advice;
    }

    /** Whether that many bytes can be so many pixels: if not, the header lies or nearly all of the file is missing. */
    boolean canHold(long pixels, int bytes) {
        return pixels <= Math.max(freePixels, (long) pixelsPerByte * bytes);
    }

    static Format of(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), ISO_8859_1);
        if (head.startsWith("\u00ff\u00d8\u00ff")) return JPEG;
        if (head.startsWith("\u0089PNG\r\n\u001a\n")) return PNG;
        if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) return GIF;
        if (head.startsWith("RIFF")) return riff(head);
        if (head.startsWith("BM") && head.length() >= 26) return BMP;
        if (head.startsWith("II*\0") || head.startsWith("MM\0*")) return TIFF;
        if (head.startsWith("ftyp", 4)) return box(head);
        return notRead(head);
    }

    private static Format notRead(String head) {
        if (head.startsWith("%PDF-")) return PDF;
        if (head.startsWith("\u00ff\n") || head.startsWith("\0\0\0\fJXL ")) return JPEG_XL;
        if (head.startsWith("\0\0\0\fjP  ") || head.startsWith("\u00ffO\u00ffQ")) return JPEG_2000;
        if (head.startsWith("8BPS")) return PSD;
        if (head.startsWith("\0\0\1\0") || head.startsWith("\0\0\2\0")) return ICON;
        if (head.startsWith("\u001aE\u00df\u00a3")) return MATROSKA;
        if (head.startsWith("moov", 4) || head.startsWith("mdat", 4)) return QUICKTIME;
        return isSvg(head) ? SVG : UNKNOWN;
    }

    private static Format riff(String head) {
        if (head.startsWith("WEBP", 8)) return WEBP;
        return head.startsWith("AVI ", 8) ? AVI : UNKNOWN;
    }

    /** Brands of ISO/IEC 14496-12: the major one, then the compatible ones of a box that only says "image". */
    private static Format box(String head) {
        String brands = head.substring(8, Math.min(head.length(), 64));
        if (brands.startsWith("avi") || (brands.startsWith("mif1") && brands.contains("avif"))) return AVIF;
        if (brands.startsWith("qt")) return QUICKTIME;
        return brands.startsWith("he") || brands.startsWith("mif1") || brands.startsWith("msf1") ? HEIC : MP4;
    }

    private static boolean isSvg(String head) {
        String text = head.startsWith("\u00ef\u00bb\u00bf") ? head.substring(3) : head;
        String start = text.stripLeading().toLowerCase(Locale.ROOT);
        boolean markup = start.startsWith("<?xml") || start.startsWith("<!");
        return start.startsWith("<svg") || (markup && start.contains("<svg"));
    }
}
