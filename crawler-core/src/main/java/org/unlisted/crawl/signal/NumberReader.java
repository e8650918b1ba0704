package org.unlisted.crawl.signal;

import java.time.Year;
import java.time.ZoneOffset;
import java.util.Optional;
import org.unlisted.crawl.signal.PersonalNumber.Kind;

/**
 * Finds ID, card, tax and insurance numbers, in one piece or in groups. A number that a checksum proves needs no word
 * beside it; one that could be any number does.
 */
final class NumberReader {
    private static final int LONGEST = 19;
    private static final int NEAR = 24; // units between a cue and its number

    private final FoldedText text;
    private final Cues cues;
    private final Findings findings;
    private final int thisYear = Year.now(ZoneOffset.UTC).getValue();

    NumberReader(FoldedText text, Cues cues, Findings findings) {
        this.text = text;
        this.cues = cues;
        this.findings = findings;
    }

    /** Chinese ID numbers: too well proven to leave them to a link or an address that they stand in. */
    void readProven() {
        DigitRun.each(text, run -> windows(run, this::proven));
    }

    /** All others. */
    void readRest() {
        DigitRun.each(text, run -> windows(run, this::rest));
    }

    /** Reads one window; true when it is used up. */
    interface WindowReader {
        boolean read(DigitWindow window);
    }

    /** Every window of up to {@value #LONGEST} digits, from the left, the longest first. */
    static void windows(DigitRun run, WindowReader reader, FoldedText text) {
        char[] digits = new char[LONGEST];
        for (int first = 0; first < run.size(); ) {
            int last = first;
            int total = 0;
            for (; last < run.size() && total + run.digits(last) <= LONGEST; last++)
                for (int i = run.start(last); i < run.end(last); i++)
                    digits[total++] = (char) ('0' + Numerals.value(text.lower(i)));
            if (last == first) last = first + 1; // a block that is too long is a window of its own
            int next = first + 1;
            for (int end = last - 1; end >= first; total -= run.digits(end), end--) {
                String number = total == 0 ? "" : new String(digits, 0, total);
                if (reader.read(new DigitWindow(text, run, number, first, end))) {
                    next = end + 1;
                    break;
                }
            }
            first = next;
        }
    }

    private void windows(DigitRun run, WindowReader reader) {
        windows(run, reader, text);
    }

    private boolean proven(DigitWindow window) {
        if (window.digits().isEmpty()) return insideLong(window);
        String digits = window.digits();
        int end = window.end();
        if (digits.length() == 17 && text.lower(end) == 'x' && !FoldedText.isLatin(text.lower(end + 1))) {
            digits += 'X';
            end++;
        }
        if (!Checks.isChineseId(digits)) return digits.length() >= 18 && window.isOneBlock() && insideLong(window);
        findings.number(Kind.CN_RESIDENT_ID, digits, window.start(), end);
        return true;
    }

    /** ID numbers that somebody wrote without a gap before or after another number. */
    private boolean insideLong(DigitWindow window) {
        int found = 0;
        char[] id = new char[18];
        for (int i = window.start(); i + 17 <= window.end(); i++) {
            char century = text.lower(i + 6);
            if (Numerals.value(century) != 1 && Numerals.value(century) != 2) continue;
            for (int j = 0; j < 17; j++) id[j] = (char) ('0' + Numerals.value(text.lower(i + j)));
            char check = text.lower(i + 17);
            id[17] = check == 'x' ? 'X' : Numerals.value(check) < 0 ? ' ' : (char) ('0' + Numerals.value(check));
            String digits = new String(id);
            if (!Checks.isChineseId(digits)) continue;
            findings.number(Kind.CN_RESIDENT_ID, digits, i, i + 18);
            found++;
            i += 17;
        }
        return found > 0;
    }

    private boolean rest(DigitWindow window) {
        String digits = window.digits();
        if (digits.length() == 4) return passportInWords(window);
        if (digits.length() < 9 || !findings.isFree(window.start(), window.end())) return false;
        Optional<Kind> kind = kind(window, digits);
        kind.ifPresent(k -> findings.number(k, digits, window.start(), window.end()));
        return kind.isPresent();
    }

    private Optional<Kind> kind(DigitWindow window, String digits) {
        if (window.isInternational()) return Optional.empty(); // a phone
        return switch (digits.length()) {
            case 9 -> nine(window, digits);
            case 10 -> when(Kind.RU_PASSPORT, near(window, Cue.Topic.RU_PASSPORT)
                    && (window.isOneBlock() || window.hasSizes(4, 6) || window.hasSizes(2, 2, 6)));
            case 11 -> when(Kind.RU_SNILS, Checks.isSnils(digits)
                    && (isSnilsForm(window) || near(window, Cue.Topic.SNILS)));
            case 12 -> twelve(window, digits);
            case 15 -> near(window, Cue.Topic.CN_ID) && Checks.isOldChineseId(digits)
                    ? Optional.of(Kind.CN_RESIDENT_ID)
                    : card(window, digits);
            case 13, 14, 16, 17, 18, 19 -> card(window, digits);
            default -> Optional.empty();
        };
    }

    /** "серия 4508 номер 123456": a word between the two. */
    private boolean passportInWords(DigitWindow window) {
        if (!near(window, Cue.Topic.RU_PASSPORT)) return false;
        int at = window.end();
        for (int skipped = 0; skipped < 14 && !FoldedText.isDigit(text.lower(at)); skipped++) at++;
        String between = text.lower(window.end(), Math.min(at, text.length()));
        if (!between.contains("номер") && !between.contains("№") && !between.contains("no")) return false;
        int end = at;
        while (FoldedText.isDigit(text.lower(end))) end++;
        if (end - at != 6 || !findings.isFree(window.start(), end)) return false;
        findings.number(Kind.RU_PASSPORT, window.digits() + text.lower(at, end), window.start(), end);
        return true;
    }

    private Optional<Kind> nine(DigitWindow window, String digits) {
        if (Checks.isSsn(digits) && window.standsFree()
                && (isDashed(window, 3, 2, 4) || near(window, Cue.Topic.SSN))) return Optional.of(Kind.US_SSN);
        return when(Kind.VN_CITIZEN_ID, near(window, Cue.Topic.VN_ID) && window.blocks() <= 3);
    }

    private Optional<Kind> twelve(DigitWindow window, String digits) {
        if (near(window, Cue.Topic.INN) && Checks.isInn(digits)) return Optional.of(Kind.RU_INN);
        boolean written = window.standsFree()
                && (window.isOneBlock()
                        || window.hasEvenBlocks(3)
                        || window.hasEvenBlocks(4)
                        || window.hasEvenBlocks(1));
        return when(Kind.VN_CITIZEN_ID, written && Checks.isVietnameseId(digits, thisYear) && !isDotted(window));
    }

    private Optional<Kind> card(DigitWindow window, String digits) {
        boolean written = window.standsFree()
                && (window.isOneBlock() || window.hasEvenBlocks(4) || window.hasEvenBlocks(1)
                        || window.hasSizes(4, 6, 5) || window.hasSizes(6, 13) || window.hasSizes(4, 4, 4, 4, 3));
        return when(Kind.BANK_CARD, written && Checks.isCard(digits, near(window, Cue.Topic.CARD)));
    }

    private boolean isSnilsForm(DigitWindow window) {
        return window.hasSizes(3, 3, 3, 2) && text.lower(window.start() + 3) == '-';
    }

    private boolean isDashed(DigitWindow window, int... sizes) {
        if (!window.hasSizes(sizes) || text.lower(window.start() - 1) == '-') return false;
        for (int i = window.first(); i < window.last(); i++)
            if (window.run().start(i + 1) - window.run().end(i) != 1 || text.lower(window.run().end(i)) != '-')
                return false;
        return text.lower(window.end()) != '-' || !FoldedText.isDigit(text.lower(window.end() + 1));
    }

    /** Groups of three between full stops are an amount of money or an address of a machine. */
    private boolean isDotted(DigitWindow window) {
        return !window.isOneBlock() && text.lower(window.run().end(window.first())) == '.';
    }

    private boolean near(DigitWindow window, Cue.Topic topic) {
        return cues.before(window.start(), NEAR, topic);
    }

    private static Optional<Kind> when(Kind kind, boolean so) {
        return so ? Optional.of(kind) : Optional.empty();
    }
}
