package org.unlisted.sweep.bundle;

import java.util.Optional;

/** Names that strangers chose. Nothing is ever written by them; those that would lead somebody astray are refused. */
final class EntryName {
    private static final int SHOWN = 200;

    private EntryName() {}

    /** What is wrong with a name inside a folder or archive; empty if nothing. */
    static Optional<String> wrong(String name, int maxLength) {
        if (name.isBlank()) return Optional.of("a file without a name");
        if (name.length() > maxLength) return Optional.of("a name of more than " + maxLength + " characters");
        if (name.startsWith("/") || name.startsWith("\\") || name.matches("(?s)[A-Za-z]:.*"))
            return Optional.of("an absolute name: it points outside of the archive");
        for (String part : name.split("[/\\\\]", -1))
            if (part.equals("..")) return Optional.of("a name with \"..\": it points outside of the archive");
        if (name.codePoints().anyMatch(EntryName::deceives))
            return Optional.of("a name with invisible characters that change how it reads");
        return Optional.empty();
    }

    /** The name with every character that is not plain to see written as a number, and its middle left out if long. */
    static String shown(String name) {
        StringBuilder out = new StringBuilder();
        name.codePoints().limit(2L * SHOWN).forEach(c -> {
            if (deceives(c)) out.append(String.format("\\u{%X}", c));
            else out.appendCodePoint(c);
        });
        if (out.codePointCount(0, out.length()) <= SHOWN && name.length() <= 2 * SHOWN) return out.toString();
        return out.substring(0, out.offsetByCodePoints(0, Math.min(SHOWN, out.codePointCount(0, out.length())))) + "…";
    }

    /** Controls, line ends, overrides of the writing direction (Unicode UAX 9), halves of characters. */
    private static boolean deceives(int c) {
        int type = Character.getType(c);
        return Character.isISOControl(c)
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || (c >= 0xE0000 && c <= 0xE007F);
    }
}
