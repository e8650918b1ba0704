package org.unlisted.crawl.signal;

/** Digits and the Chinese numerals that stand for single digits. */
final class Numerals {
    private static final String HAN = "零一二三四五六七八九〇壹贰叁肆伍陆柒捌玖○幺两";
    private static final String VALUES = "0123456789012345678901" + "2";
    private static final int[] VALUE = new int[1 << Character.SIZE];

    static {
        java.util.Arrays.fill(VALUE, -1);
        for (int i = 0; i <= 9; i++) VALUE['0' + i] = i;
        for (int i = 0; i < HAN.length(); i++) VALUE[HAN.charAt(i)] = VALUES.charAt(i) - '0';
        VALUE['幺'] = 1;
    }

    private Numerals() {}

    /** 0 to 9, or -1. */
    static int value(char c) {
        return VALUE[c];
    }

    /** Whether sellers strew it between digits, to break a number up or to make it readable. */
    static boolean isSeparator(char c) {
        return switch (c) {
            case ' ', '-', '.', '·', '_', '*', '~', '(', ')', '/', '—', '–', '‐', '‑', '・', '|', '\t' -> true;
            default -> false;
        };
    }
}
