package org.unlisted.crawl.offer;

import java.util.ArrayList;
import java.util.List;

/**
 * Hides emoji and other characters outside the basic plane from the YAML parser behind private ones: where one lies across
 * the parser's buffer it fails with a range error, so that a harmless edit elsewhere in the file would stop the program.
 */
final class Astral {
    private static final char FIRST = '\uE000';
    private static final int ROOM = 0x1900; // private use area
    private final List<String> hidden = new ArrayList<>();

    String hide(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (Character.isBmpCodePoint(c)) out.append((char) c);
            else out.append(placeOf(Character.toString(c)));
        });
        return out.toString();
    }

    String show(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int at = text.charAt(i) - FIRST;
            if (at >= 0 && at < hidden.size()) out.append(hidden.get(at));
            else out.append(text.charAt(i));
        }
        return out.toString();
    }

    private char placeOf(String character) {
        int at = hidden.indexOf(character);
        if (at < 0) {
            at = hidden.size();
            if (at >= ROOM) throw new IllegalArgumentException("more than " + ROOM + " different emoji in one file");
            hidden.add(character);
        }
        return (char) (FIRST + at);
    }
}
