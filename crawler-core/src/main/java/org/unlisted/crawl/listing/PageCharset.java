package org.unlisted.crawl.listing;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns a page's bytes into text: HTTP header, byte order mark, {@code meta}, then a guess. A declaration that does not
 * fit the bytes is passed over, since many old forums declare UTF-8 and send GBK.
 */
final class PageCharset {
    private static final Pattern DECLARED =
            Pattern.compile("charset\\s*=\\s*[\"']?\\s*([\\w.:-]+)", Pattern.CASE_INSENSITIVE);
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int HEAD = 4096;
    private static final int SAMPLE = 100_000;
    // Replacement characters that a page may have and still count as well decoded: one in so many.
    private static final int TOLERANCE = 500;

    /** Characters of several bytes; two Chinese characters in GBK may look like UTF-8, eight do not. */
    private static final int SURE = 8;
    /** What pages mean by a name, per the WHATWG's Encoding Standard. */
    private static final Map<String, String> SUPERSETS = Map.of(
            "iso-8859-1", "windows-1252", "latin1", "windows-1252", "us-ascii", "windows-1252", "iso-8859-9", "windows-1254",
            "shift_jis", "windows-31j", "euc-kr", "x-windows-949", "big5", "Big5-HKSCS", "tis-620", "x-windows-874");

    private PageCharset() {}

    static String decode(byte[] body, Optional<String> contentType) {
        List<Charset> declared = new ArrayList<>();
        contentType.flatMap(PageCharset::declaredIn).ifPresent(declared::add);
        byteOrderMark(body).ifPresent(declared::add);
        if (isSurelyUtf8(body)) return text(body, StandardCharsets.UTF_8);
        String head = new String(body, 0, Math.min(body.length, HEAD), StandardCharsets.ISO_8859_1);
        declaredIn(head).ifPresent(declared::add);
        for (Charset charset : declared) {
            String text = text(body, charset);
            if (fits(text)) return text;
        }
        String utf8 = text(body, StandardCharsets.UTF_8);
        if (fits(utf8)) return utf8;
        return declared.isEmpty() ? text(body, guess(body)) : best(body, declared);
    }

    /**
     * Whether the bytes follow UTF-8's rules in so many places that it is no chance: servers add their default charset to
     * the header of every page. The last character may be cut off.
     */
    private static boolean isSurelyUtf8(byte[] body) {
        int letters = 0;
        for (int i = 0; i < body.length; ) {
            int lead = body[i++] & 0xFF;
            if (lead < 0x80) continue;
            int more = lead >= 0xC2 && lead <= 0xDF ? 1 : lead >= 0xE0 && lead <= 0xEF ? 2 : lead >= 0xF0 && lead <= 0xF4 ? 3 : 0;
            if (more == 0) return false;
            for (; more > 0 && i < body.length; more--, i++) if ((body[i] & 0xC0) != 0x80) return false;
            letters++;
        }
        return letters >= SURE;
    }

    /** Nothing fits well: the guess, or the declaration, whichever leaves fewer holes. */
    private static String best(byte[] body, List<Charset> declared) {
        String guessed = text(body, guess(body));
        String said = text(body, declared.getFirst());
        return holes(guessed) < holes(said) ? guessed : said;
    }

    /** Russian in one byte a letter is mostly small letters; Chinese in two bytes spreads over the whole upper half. */
    private static Optional<Charset> cyrillic(byte[] body) {
        int upper = 0;
        int small1251 = 0;
        int smallKoi = 0;
        for (int i = 0; i < Math.min(body.length, SAMPLE); i++) {
            int b = body[i] & 0xFF;
            if (b < 0x80) continue;
            upper++;
            if (b >= 0xE0) small1251++;
            else if (b >= 0xC0) smallKoi++;
        }
        if (upper < 12) return Optional.empty();
        if (small1251 * 4 > upper * 3) return named("windows-1251");
        return smallKoi * 5 > upper * 4 ? named("KOI8-R") : Optional.empty();
    }

    private static Charset guess(byte[] body) {
        Optional<Charset> cyrillic = cyrillic(body);
        if (cyrillic.isPresent()) return cyrillic.get();
        CharsetDetector detector = new CharsetDetector();
        detector.enableInputFilter(true); // leaves out the tags
        detector.setText(body);
        CharsetMatch[] matches = detector.detectAll();
        // Short Chinese pages score low; a single-byte guess decodes anything and says little.
        for (CharsetMatch match : matches) {
            String name = match.getName();
            boolean multibyte = name.startsWith("GB") || name.startsWith("Big5") || name.startsWith("EUC")
                    || name.startsWith("Shift") || (name.startsWith("windows-125") && match.getConfidence() > 50);
            if (!multibyte) continue;
            Optional<Charset> charset = named(name);
            if (charset.isPresent() && fits(text(body, charset.get()))) return charset.get();
        }
        return fits(text(body, GB18030)) ? GB18030 : StandardCharsets.UTF_8;
    }

    private static Optional<Charset> byteOrderMark(byte[] body) {
        int a = body.length > 1 ? body[0] & 0xFF : 0;
        int b = body.length > 1 ? body[1] & 0xFF : 0;
        int c = body.length > 2 ? body[2] & 0xFF : 0;
        if (a == 0xEF && b == 0xBB && c == 0xBF) return Optional.of(StandardCharsets.UTF_8);
        if (a == 0xFE && b == 0xFF) return Optional.of(StandardCharsets.UTF_16BE);
        if (a == 0xFF && b == 0xFE) return Optional.of(StandardCharsets.UTF_16LE);
        return Optional.empty();
    }

    private static Optional<Charset> declaredIn(String text) {
        Matcher m = DECLARED.matcher(text);
        return m.find() ? named(m.group(1)) : Optional.empty();
    }

    private static Optional<Charset> named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        // Pages that say GB2312 use its supersets freely.
        if (lower.startsWith("gb")) return Optional.of(GB18030);
        try {
            return Optional.of(Charset.forName(SUPERSETS.getOrDefault(lower, name)));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static String text(byte[] body, Charset charset) {
        String text = new String(body, charset);
        // The Vietnamese code page writes tones as letters of their own.
        if (charset.name().equals("windows-1258")) text = Normalizer.normalize(text, Normalizer.Form.NFC);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static boolean fits(String text) {
        return (long) holes(text) * TOLERANCE <= text.length();
    }

    private static int holes(String text) {
        int holes = 0;
        // The last characters may be cut off in the middle.
        for (int i = 0; i < text.length() - 2; i++) if (text.charAt(i) == '\uFFFD') holes++;
        return holes;
    }
}
