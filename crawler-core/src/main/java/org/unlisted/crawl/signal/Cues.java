package org.unlisted.crawl.signal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The cues of one text, found in one pass: at each place the longest. The words are in {@code cues.tsv}, inside the
 * library and not in {@code config/}, because masking must work where there is no configuration.
 */
final class Cues {
    private static final Cue[][] BY_FIRST = load();
    private static final int LONGEST_JOINED = 4; // longer words with a dot inside are two sentences
    private final List<Hit> hits = new ArrayList<>();

    /**
     * @param start of the word, index in the folded text
     * @param end   exclusive
     */
    record Hit(Cue cue, int start, int end) {}

    Cues(FoldedText text) {
        for (int i = 0; i < text.length(); ) {
            Cue[] candidates = BY_FIRST[text.lower(i)];
            int next = i + 1;
            if (candidates != null && !continuesWord(text, i))
                for (Cue cue : candidates) {
                    int end = end(text, i, cue.word());
                    if (end > 0 && endsThere(text, end)) {
                        next = end;
                        hits.add(new Hit(cue, i, next));
                        break;
                    }
                }
            i = next;
        }
    }

    List<Hit> hits() {
        return hits;
    }

    /** Whether a cue of the topic ends at most {@code distance} units before {@code at}. */
    boolean before(int at, int distance, Cue.Topic topic) {
        for (int i = firstFrom(at) - 1; i >= 0; i--) {
            Hit hit = hits.get(i);
            if (hit.end() > at) continue;
            if (hit.end() < at - distance) return false;
            if (hit.cue().topic() == topic) return true;
        }
        return false;
    }

    /** Index of the first hit that starts at {@code at} or later. */
    int firstFrom(int at) {
        int low = 0;
        int high = hits.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (hits.get(middle).start() < at) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /** Where the word ends that begins here, also with a dot between its letters: 微.信, V.X; -1 if it is another. */
    private static int end(FoldedText text, int start, String word) {
        int at = start;
        for (int i = 0; i < word.length(); i++) {
            boolean joined = i > 0 && word.length() <= LONGEST_JOINED && isJoiner(text.lower(at), word.charAt(i));
            if (joined) at++;
            if (text.lower(at++) != word.charAt(i)) return -1;
        }
        return at;
    }

    private static boolean isJoiner(char c, char next) {
        if (c == next || c == 0) return false;
        return (c == ' ' && next > '\u2E00') || ".·•*_|~^'`-".indexOf(c) >= 0;
    }

    private static boolean continuesWord(FoldedText text, int i) {
        char first = text.lower(i);
        char before = text.lower(i - 1);
        if (FoldedText.isLatin(first)) return FoldedText.isWord(before);
        if (isCyrillic(first)) return isCyrillic(before);
        return first == '+' && FoldedText.isWord(before);
    }

    private static boolean endsThere(FoldedText text, int end) {
        char last = text.lower(end - 1);
        char next = text.lower(end);
        if (isCyrillic(last)) return !isCyrillic(next);
        if (!FoldedText.isLatin(last) || !FoldedText.isLatin(next)) return true;
        return last == 'x' && text.lower(end - 2) == 'v'; // vxface88: nothing else starts like this
    }

    static boolean isCyrillic(char c) {
        return c >= '\u0400' && c <= '\u04FF';
    }

    private static Cue[][] load() {
        List<Cue> cues = new ArrayList<>();
        for (String[] row : Table.rows("cues.tsv", 4))
            for (String word : row[3].split("\\|", -1))
                cues.add(new Cue(
                        word,
                        Cue.Topic.valueOf(row[0]),
                        Cue.Weight.valueOf(row[1].toUpperCase(Locale.ROOT)),
                        row[2]));
        cues.sort(Comparator.comparingInt((Cue c) -> c.word().length()).reversed());
        return Table.byFirst(cues, c -> c.word().charAt(0), Cue[]::new);
    }
}
