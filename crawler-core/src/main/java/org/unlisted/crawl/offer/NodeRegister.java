package org.unlisted.crawl.offer;

/** The finished nodes of a {@link PhraseTrieBuilder}, each once. Not thread-safe. */
final class NodeRegister {
    private final Ints steps = new Ints();
    private final Ints characters = new Ints();
    private final Ints targets = new Ints();
    private final Ints lists = new Ints();
    private final Ints hashes = new Ints();
    private int[] table = new int[1 << 16]; // open hash table of nodes; 0 is free

    NodeRegister() {
        steps.add(0);
        finish(new OpenNode()); // PhraseTrie.NONE
    }

    /** The number of the node that has the same steps and list, which may be a new one. */
    int add(OpenNode node) {
        int hash = node.hash();
        int slot = slot(hash);
        for (; table[slot] != 0; slot = (slot + 1) & (table.length - 1))
            if (hashes.get(table[slot]) == hash && isLike(table[slot], node)) return table[slot];
        table[slot] = finish(node);
        int added = table[slot];
        if (lists.size() * 2 > table.length) grow();
        return added;
    }

    PhraseTrie.Nodes nodes(int root, int[] listStarts, int[] values) {
        char[] chars = new char[characters.size()];
        for (int i = 0; i < chars.length; i++) chars[i] = (char) characters.get(i);
        return new PhraseTrie.Nodes(root, steps.toArray(), chars, targets.toArray(), lists.toArray(), listStarts, values);
    }

    private int finish(OpenNode node) {
        for (int i = 0; i < node.size(); i++) {
            characters.add(node.character(i));
            targets.add(node.target(i));
        }
        steps.add(characters.size());
        lists.add(node.list());
        hashes.add(node.hash());
        return lists.size() - 1;
    }

    private boolean isLike(int known, OpenNode node) {
        int from = steps.get(known);
        if (lists.get(known) != node.list() || steps.get(known + 1) - from != node.size()) return false;
        for (int i = 0; i < node.size(); i++)
            if (characters.get(from + i) != node.character(i) || targets.get(from + i) != node.target(i)) return false;
        return true;
    }

    private void grow() {
        table = new int[table.length * 2];
        for (int node = 1; node < lists.size(); node++) {
            int slot = slot(hashes.get(node));
            while (table[slot] != 0) slot = (slot + 1) & (table.length - 1);
            table[slot] = node;
        }
    }

    private int slot(int hash) {
        return (hash * 0x9E3779B1) >>> Integer.numberOfLeadingZeros(table.length - 1); // Fibonacci hashing, Knuth vol. 3, 6.4
    }
}
