package org.unlisted.crawl.signal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The hosts and schemes of {@code hosts.tsv}, and how they look when they are broken up: {@code t . me}, {@code
 * t[.]me}.
 */
final class Hosts {
    private static final Host[][] BY_FIRST = load();
    private static final List<String> DOTS = List.of(".", "[.]", "(.)", "{.}", "。", "[dot]", "(dot)", " dot ", "点");
    private static final int MAX_SPACES = 2;

    private Hosts() {}

    /**
     * A host of interest.
     *
     * @param kind  {@code DRIVE} or the name of a kind of contact
     * @param label which drive or messenger; {@code -} where the kind says it
     */
    record Host(String name, String kind, String label) {
        boolean isScheme() {
            return name.contains("://");
        }
    }

    /**
     * @param end of the host in the folded text, exclusive
     */
    record Match(Host host, int end) {}

    /** The longest host that begins here, or null: this is asked at every letter. */
    static @org.jspecify.annotations.Nullable Match at(FoldedText text, int start) {
        Host[] candidates = BY_FIRST[text.lower(start)];
        if (candidates == null) return null;
        char before = text.lower(start - 1);
        if (FoldedText.isWord(before) || before == '-' || before == '@' || before == '_') return null;
        for (Host host : candidates) {
            int end = match(text, start, host.name());
            if (end > 0) return new Match(host, end);
        }
        return null;
    }

    private static int match(FoldedText text, int start, String name) {
        int at = start;
        for (int i = 0; i < name.length(); i++) {
            char wanted = name.charAt(i);
            if (wanted == '.') {
                at = afterDot(text, at);
                if (at < 0) return -1;
            } else {
                char c = text.lower(at);
                if (c != wanted && !(wanted == '?' && !name.contains("://") && FoldedText.isLatin(c))) return -1;
                at++;
            }
        }
        return at;
    }

    private static int afterDot(FoldedText text, int at) {
        int spaced = skipSpaces(text, at);
        for (String dot : DOTS) {
            if (text.startsWith(dot, at)) return skipSpaces(text, at + dot.length());
            if (spaced > at && text.startsWith(dot, spaced)) return skipSpaces(text, spaced + dot.length());
        }
        return -1;
    }

    static int skipSpaces(FoldedText text, int at) {
        int i = at;
        while (i - at < MAX_SPACES && text.lower(i) == ' ') i++;
        return i;
    }

    private static Host[][] load() {
        List<Host> hosts = new ArrayList<>();
        for (String[] row : Table.rows("hosts.tsv", 3))
            for (String name : row[2].split("\\|", -1)) hosts.add(new Host(name, row[0], row[1]));
        hosts.sort(Comparator.comparingInt((Host h) -> h.name().length()).reversed());
        return Table.byFirst(hosts, h -> h.name().charAt(0), Host[]::new);
    }
}
