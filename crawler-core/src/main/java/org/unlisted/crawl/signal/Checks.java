package org.unlisted.crawl.signal;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Checksums and plausibility of personal numbers, all given as bare digits. */
final class Checks {
    private static final int[] GB_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String GB_CHECK = "10X98765432";
    /** GB/T 2260, first two digits of the division code, and 83 for Taiwan's residence permits. */
    private static final String CN_PROVINCES =
            " 11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 "
                    + "71 81 82 83 91 ";
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2099;
    private static final int[] INN_11 = {7, 2, 4, 10, 3, 5, 9, 4, 6, 8};
    private static final int[] INN_12 = {3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8};

    private Checks() {}

    /** GB 11643-1999: division, date of birth, sequence, check character by ISO 7064 MOD 11-2. */
    static boolean isChineseId(CharSequence id) {
        if (id.length() != 18 || !isProvince(id) || !isDate(id, 6)) return false;
        int sum = 0;
        for (int i = 0; i < 17; i++) sum += digit(id, i) * GB_WEIGHTS[i];
        return GB_CHECK.charAt(sum % 11) == id.charAt(17);
    }

    /** The form before 1999: two digits for the year, no check character. */
    static boolean isOldChineseId(CharSequence id) {
        return id.length() == 15 && isProvince(id) && isDay(FIRST_YEAR + number(id, 6, 8), id, 8);
    }

    private static boolean isProvince(CharSequence id) {
        return CN_PROVINCES.contains(" " + id.charAt(0) + id.charAt(1) + " ");
    }

    private static boolean isDate(CharSequence id, int at) {
        int year = number(id, at, at + 4);
        return year >= FIRST_YEAR && year <= LAST_YEAR && isDay(year, id, at + 4);
    }

    private static boolean isDay(int year, CharSequence id, int at) {
        int month = number(id, at, at + 2);
        int day = number(id, at + 2, at + 4);
        if (month < 1 || month > 12 || day < 1 || day > 31) return false;
        try {
            LocalDate.of(year, month, day);
            return true;
        } catch (DateTimeException e) {
            return false; // 31 April
        }
    }

    /**
     * Decree 137/2015/ND-CP Art. 13: province 001 to 096, century and sex, year of birth, six random digits. No check
     * digit, so all that can be said is that a living person may have it.
     */
    static boolean isVietnameseId(CharSequence id, int thisYear) {
        if (id.length() != 12) return false;
        int province = number(id, 0, 3);
        if (province < 1 || province > 96) return false;
        int century = digit(id, 3);
        if (century > 3) return false;
        int year = (century < 2 ? 1900 : 2000) + number(id, 4, 6);
        return year >= thisYear - 110 && year <= thisYear;
    }

    /** ISO/IEC 7812-1 annex B. */
    static boolean isLuhn(CharSequence digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digit(digits, digits.length() - 1 - i) * (i % 2 + 1);
            sum += digit > 9 ? digit - 9 : digit;
        }
        return sum % 10 == 0;
    }

    /**
     * A card number of a scheme that issues in this length.
     *
     * @param named the text says that it is a card: then rare and outdated lengths count too
     */
    static boolean isCard(CharSequence card, boolean named) {
        int length = card.length();
        if (length < 13 || length > 19 || !isLuhn(card)) return false;
        int two = number(card, 0, 2);
        int four = number(card, 0, 4);
        if (two == 62 || four == 9704 || (four >= 2200 && four <= 2204)) return length >= 16; // UnionPay, Napas, Mir
        if (two / 10 == 4) return length == 16 || (named && (length == 13 || length == 19)); // Visa
        if ((two >= 51 && two <= 55) || (four >= 2221 && four <= 2720) || two == 35) return length == 16;
        if (four == 6011 || two == 65 || four == 8600 || four == 9860) return length == 16; // Discover, Uzcard, Humo
        if (two == 34 || two == 37) return length == 15; // American Express
        return named && (two == 30 || two == 36 || two == 38 || two == 39 || two == 50 || (two >= 56 && two <= 69));
    }

    /** Pension Fund of Russia: weights 9 to 1, modulo 101. */
    static boolean isSnils(CharSequence id) {
        if (id.length() != 11) return false;
        int sum = 0;
        for (int i = 0; i < 9; i++) sum += digit(id, i) * (9 - i);
        return sum > 0 && sum % 101 % 100 == number(id, 9, 11);
    }

    /** Tax number of a person, 12 digits with two check digits. */
    static boolean isInn(CharSequence id) {
        return id.length() == 12
                && weighted(id, INN_11) == digit(id, 10)
                && weighted(id, INN_12) == digit(id, 11)
                && number(id, 0, 2) > 0;
    }

    private static int weighted(CharSequence id, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) sum += digit(id, i) * weights[i];
        return sum % 11 % 10;
    }

    /** What the Social Security Administration never issues is none. */
    static boolean isSsn(CharSequence id) {
        if (id.length() != 9) return false;
        int area = number(id, 0, 3);
        return area > 0 && area != 666 && area < 900 && number(id, 3, 5) > 0 && number(id, 5, 9) > 0;
    }

    private static int number(CharSequence digits, int start, int end) {
        int n = 0;
        for (int i = start; i < end; i++) n = n * 10 + digit(digits, i);
        return n;
    }

    private static int digit(CharSequence digits, int i) {
        return digits.charAt(i) - '0';
    }
}
