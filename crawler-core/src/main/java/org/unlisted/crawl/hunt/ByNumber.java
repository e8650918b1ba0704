package org.unlisted.crawl.hunt;

import java.util.Comparator;

/** Names in the order of the numbers in them: segment 9 before segment 10. */
final class ByNumber {
    static final Comparator<String> ORDER = ByNumber::compare;

    private ByNumber() {}

    private static int compare(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            int endA = run(a, i);
            int endB = run(b, j);
            String left = a.substring(i, endA);
            String right = b.substring(j, endB);
            int order = digit(a, i) && digit(b, j) ? number(left, right) : left.compareTo(right);
            if (order != 0) return order;
            i = endA;
            j = endB;
        }
        return Integer.compare(a.length() - i, b.length() - j);
    }

    /** The end of the run of digits, or of the single other character, that begins there. */
    private static int run(String text, int start) {
        int end = start + 1;
        if (digit(text, start)) while (end < text.length() && digit(text, end)) end++;
        return end;
    }

    private static int number(String a, String b) {
        String left = a.replaceFirst("^0+", "");
        String right = b.replaceFirst("^0+", "");
        return left.length() == right.length() ? left.compareTo(right) : Integer.compare(left.length(), right.length());
    }

    private static boolean digit(String text, int at) {
        return text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }
}
