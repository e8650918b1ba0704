package org.unlisted.crawl.offer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Spells out the choices of a lexicon entry: {@code (a|b|)} stands for one of its parts, {@code <SET>} for a word of a
 * named set, {@code (s)} for an s that may be missing. One entry then covers hundreds of phrases.
 */
final class Expansion {
    private static final int MOST = 20_000;

    private Expansion() {}

    /**
     * All phrases of an entry.
     *
     * @param sets words by the name of their set
     * @throws IllegalArgumentException for a set that is not there, an open bracket, or too many phrases
     */
    static List<String> of(String entry, Map<String, List<String>> sets) {
        List<String> phrases = List.of("");
        for (int i = 0; i < entry.length(); ) {
            char c = entry.charAt(i);
            if (c == '(' || c == '<') {
                int end = entry.indexOf(c == '(' ? ')' : '>', i);
                if (end < 0) throw new IllegalArgumentException("open bracket in term '" + entry + "'");
                String inside = entry.substring(i + 1, end);
                phrases = times(phrases, c == '<' ? set(inside, sets, entry) : choices(inside), entry);
                i = end + 1;
            } else {
                phrases = times(phrases, List.of(String.valueOf(c)), entry);
                i++;
            }
        }
        return phrases;
    }

    private static List<String> choices(String inside) {
        return inside.equals("s") ? List.of("", "s") : List.of(inside.split("\\|", -1));
    }

    private static List<String> set(String name, Map<String, List<String>> sets, String entry) {
        List<String> words = sets.get(name);
        if (words == null) throw new IllegalArgumentException("no set '" + name + "' for term '" + entry + "'");
        return words;
    }

    private static List<String> times(List<String> left, List<String> right, String entry) {
        if ((long) left.size() * right.size() > MOST)
            throw new IllegalArgumentException("more than " + MOST + " phrases in term '" + entry + "'");
        List<String> out = new ArrayList<>(left.size() * right.size());
        for (String l : left) for (String r : right) out.add(l + r);
        return out;
    }
}
