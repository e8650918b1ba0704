package org.unlisted.crawl.offer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a {@link PhraseTrie} in which no two subtrees are alike: Daciuk, Mihov, Watson and Watson, Incremental
 * Construction of Minimal Acyclic Finite-State Automata, Computational Linguistics 26 (2000), algorithm 1. Not
 * thread-safe.
 */
final class PhraseTrieBuilder {
    private final List<Entry> entries = new ArrayList<>();
    private final Map<List<Integer>, Integer> lists = new HashMap<>();
    private final Ints listStarts = new Ints();
    private final Ints values = new Ints();
    private final NodeRegister register = new NodeRegister();
    // The nodes of the phrase in hand, by depth: what follows may still change them.
    private final List<OpenNode> path = new ArrayList<>();

    private record Entry(String phrase, int value) {}

    /** Adds a value to those of a phrase; a second time it changes nothing. */
    void put(String phrase, int value) {
        entries.add(new Entry(phrase, value));
    }

    /** The trie; empties the builder. */
    PhraseTrie build() {
        entries.sort(Comparator.comparing(Entry::phrase)); // stable: values keep the order in which they were put
        listStarts.add(0);
        list(List.of()); // 0
        path.add(new OpenNode());
        String before = "";
        for (int from = 0; from < entries.size(); ) {
            String phrase = entries.get(from).phrase();
            int to = from;
            List<Integer> told = new ArrayList<>(1);
            for (; to < entries.size() && entries.get(to).phrase().equals(phrase); to++)
                if (!told.contains(entries.get(to).value())) told.add(entries.get(to).value());
            open(before, phrase, list(told));
            before = phrase;
            from = to;
        }
        close(before, 0);
        int root = register.add(path.getFirst());
        entries.clear();
        return new PhraseTrie(register.nodes(root, listStarts.toArray(), values.toArray()));
    }

    private int list(List<Integer> told) {
        return lists.computeIfAbsent(told, l -> {
            l.forEach(values::add);
            listStarts.add(values.size());
            return lists.size();
        });
    }

    private void open(String before, String phrase, int list) {
        int shared = 0;
        while (shared < before.length() && shared < phrase.length() && before.charAt(shared) == phrase.charAt(shared)) shared++;
        close(before, shared);
        while (path.size() <= phrase.length()) path.add(new OpenNode());
        for (int depth = shared; depth < phrase.length(); depth++) {
            path.get(depth).step(phrase.charAt(depth));
            path.get(depth + 1).clear();
        }
        path.get(phrase.length()).list(list);
    }

    /** Nothing will be added to the nodes of a phrase below a depth. */
    private void close(String phrase, int depth) {
        for (int at = phrase.length(); at > depth; at--) path.get(at - 1).leadTo(register.add(path.get(at)));
    }
}
