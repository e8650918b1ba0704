package org.unlisted.crawl.signal;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds machine-readable zones, ICAO Doc 9303 parts 4 to 6: TD1 has three lines of 30 characters, TD2 two of 36, TD3
 * two of 44. A line counts when its check digits agree; the line of names, which has none, when it looks like nothing
 * else.
 */
final class MrzReader {
    private static final int TD1 = 30;
    private static final int TD2 = 36;
    private static final int TD3 = 44;
    private static final int[] WEIGHTS = {7, 3, 1};

    private final FoldedText text;
    private final Findings findings;

    /** A line's place in the folded text. */
    private record Line(int start, int end, boolean proven) {}

    MrzReader(FoldedText text, Findings findings) {
        this.text = text;
        this.findings = findings;
    }

    void read() {
        List<Line> zone = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            if (!isMrz(text.lower(i))) {
                i++;
                continue;
            }
            int end = i;
            boolean filler = false;
            while (isMrz(text.lower(end))) filler |= text.lower(end++) == '<';
            if (filler) stretch(i, end, zone);
            i = end;
        }
        flush(zone);
    }

    /** A line, or two or three that lost the break between them. */
    private void stretch(int start, int end, List<Line> zone) {
        int length = end - start;
        int line = length % TD3 == 0 && length <= 2 * TD3 ? TD3
                : length % TD2 == 0 && length <= 2 * TD2 ? TD2
                : length % TD1 == 0 && length <= 3 * TD1 ? TD1
                : 0;
        if (line == 0) return;
        for (int at = start; at < end; at += line) {
            boolean proven = isProven(text.lower(at, at + line));
            if (!proven && !isNames(text.lower(at, at + line))) continue;
            if (!zone.isEmpty() && !follows(zone.getLast(), at, line)) flush(zone);
            zone.add(new Line(at, at + line, proven));
        }
    }

    private boolean follows(Line last, int start, int length) {
        if (last.end() - last.start() != length || start - last.end() > 3) return false;
        for (int i = last.end(); i < start; i++) if (!Character.isWhitespace(text.lower(i))) return false;
        return true;
    }

    private void flush(List<Line> zone) {
        if (zone.isEmpty()) return;
        int start = zone.getFirst().start();
        int end = zone.getLast().end();
        boolean passport = zone.getFirst().end() - start == TD3;
        if (zone.stream().anyMatch(Line::proven) || passport)
            findings.number(PersonalNumber.Kind.MRZ, text.lower(start, end), start, end);
        zone.clear();
    }

    private static boolean isProven(String line) {
        return switch (line.length()) {
            case TD3 -> agrees(line, 0, 9) && agrees(line, 13, 19) && agrees(line, 21, 27)
                    && agreesInAll(line);
            case TD2 -> agrees(line, 0, 9) && agrees(line, 13, 19) && agrees(line, 21, 27)
                    && agreesInAll(line);
            case TD1 -> ("aci".indexOf(line.charAt(0)) >= 0 && isIssuer(line) && agrees(line, 5, 14))
                    || (agrees(line, 0, 6) && agrees(line, 8, 14) && isBirth(line));
            default -> false;
        };
    }

    /** The last digit checks number, birth, expiry and what the issuer added, each with its own check digit. */
    private static boolean agreesInAll(String line) {
        int last = line.length() - 1;
        return check(line.substring(0, 10) + line.substring(13, 20) + line.substring(21, last)) == value(line, last);
    }

    private static boolean isBirth(String line) {
        return line.substring(0, 6).chars().allMatch(c -> FoldedText.isDigit((char) c))
                && "mfx<".indexOf(line.charAt(7)) >= 0;
    }

    private static boolean isNames(String line) {
        if (line.chars().anyMatch(c -> FoldedText.isDigit((char) c)) || !line.contains("<<")) return false;
        return line.length() == TD1 || ("acipv".indexOf(line.charAt(0)) >= 0 && isIssuer(line));
    }

    /** One to three letters and the fillers after them. */
    private static boolean isIssuer(String line) {
        return FoldedText.isLatin(line.charAt(2)) && !FoldedText.isDigit(line.charAt(3))
                && !FoldedText.isDigit(line.charAt(4));
    }

    private static boolean agrees(String line, int start, int end) {
        return check(line.substring(start, end)) == value(line, end);
    }

    private static int check(String field) {
        int sum = 0;
        for (int i = 0; i < field.length(); i++) sum += value(field, i) * WEIGHTS[i % 3];
        return sum % 10;
    }

    private static int value(String line, int i) {
        char c = line.charAt(i);
        return c == '<' ? 0 : Character.digit(c, 36);
    }

    private static boolean isMrz(char c) {
        return FoldedText.isWord(c) || c == '<';
    }
}
