package org.unlisted.crawl.offer;

/** A node of a {@link PhraseTrieBuilder} that may still get steps. */
final class OpenNode {
    private final Ints characters = new Ints();
    private final Ints targets = new Ints();
    private int list;

    void clear() {
        characters.clear();
        targets.clear();
        list = 0;
    }

    void list(int told) {
        list = told;
    }

    int list() {
        return list;
    }

    /** Adds a step, behind all others, to a node yet unknown. */
    void step(char c) {
        characters.add(c);
        targets.add(PhraseTrie.NONE);
    }

    /** Where the last step leads. */
    void leadTo(int node) {
        targets.set(targets.size() - 1, node);
    }

    int size() {
        return characters.size();
    }

    char character(int step) {
        return (char) characters.get(step);
    }

    int target(int step) {
        return targets.get(step);
    }

    int hash() {
        int hash = list;
        for (int i = 0; i < size(); i++) hash = (hash * 31 + characters.get(i)) * 0x01000193 + targets.get(i);
        return hash;
    }
}
