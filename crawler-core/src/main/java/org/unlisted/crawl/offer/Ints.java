package org.unlisted.crawl.offer;

import java.util.Arrays;

/** Numbers in a row that grows. Not thread-safe. */
final class Ints {
    private int[] all = new int[4];
    private int size;

    void add(int value) {
        if (size == all.length) all = Arrays.copyOf(all, size * 2);
        all[size++] = value;
    }

    int get(int index) {
        return all[index];
    }

    void set(int index, int value) {
        all[index] = value;
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    int[] toArray() {
        return Arrays.copyOf(all, size);
    }
}
