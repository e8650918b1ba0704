package org.unlisted.crawl.signal;

import java.util.List;
import java.util.Optional;

/**
 * Finds phone numbers: with a plus sign or a word for phone any that libphonenumber calls valid, else only those whose
 * form is that of a mobile phone. The seller's are contacts; those in records about people are personal numbers, and so
 * is one that nothing is said about.
 */
final class PhoneReader {
    private static final int NEAR = 16; // units between a cue and its number
    private static final int RECORD = 60; // units across a record about one person

    private final FoldedText text;
    private final Cues cues;
    private final Findings findings;
    private final List<String> regions;

    PhoneReader(FoldedText text, Cues cues, Findings findings, String language) {
        this.text = text;
        this.cues = cues;
        this.findings = findings;
        this.regions = PhoneNumbers.regions(language);
    }

    void read() {
        DigitRun.each(text, run -> NumberReader.windows(run, this::read, text));
    }

    private boolean read(DigitWindow window) {
        String digits = window.digits();
        if (digits.length() < 7 || digits.length() > 15 || isDate(window)) return false;
        if (!findings.isFree(window.start(), window.end())) return false;
        boolean calls = cues.before(window.start(), NEAR, Cue.Topic.CALL);
        boolean named = calls || cues.before(window.start(), NEAR, Cue.Topic.PHONE);
        Optional<String> phone = phone(window, digits, named);
        if (phone.isEmpty()) return false;
        if (named && !isInRecord(window, calls))
            findings.contact(Contact.Kind.PHONE, phone.get(), window.start(), window.end());
        else findings.number(PersonalNumber.Kind.PHONE, phone.get(), window.start(), window.end());
        return true;
    }

    /** Year, month, day and perhaps an hour. */
    private boolean isDate(DigitWindow window) {
        if (window.blocks() < 3 || window.run().digits(window.first()) != 4) return false;
        boolean century = window.digits().startsWith("19") || window.digits().startsWith("20");
        return century && window.run().digits(window.first() + 1) <= 2 && window.run().digits(window.first() + 2) <= 2;
    }

    private boolean isInRecord(DigitWindow window, boolean calls) {
        return (cues.before(window.start(), RECORD, Cue.Topic.PERSON) && !calls)
                || findings.numberWithin(window.start(), RECORD);
    }

    private Optional<String> phone(DigitWindow window, String digits, boolean named) {
        if (window.isInternational()) return PhoneNumbers.international(digits);
        if (digits.startsWith("00")) return PhoneNumbers.international(digits.substring(2));
        if (named && !isAmount(window) && window.blocks() <= 5) {
            Optional<String> phone = PhoneNumbers.national(digits, regions);
            if (phone.isPresent()) return phone;
        }
        return mobile(window, digits);
    }

    /** Forms that hardly anything else has. */
    private Optional<String> mobile(DigitWindow window, String digits) {
        if (!window.standsFree() && !window.isOneBlock()) return Optional.empty();
        if (FoldedText.isLatin(text.lower(window.end())) || FoldedText.isLatin(text.lower(window.start() - 1)))
            return Optional.empty();
        return switch (digits.length()) {
            case 10 -> ten(window, digits);
            case 11 -> eleven(window, digits);
            case 12, 13 -> withCountry(window, digits);
            default -> Optional.empty();
        };
    }

    private static Optional<String> ten(DigitWindow window, String digits) {
        if (digits.charAt(0) == '0')
            return isGrouped(window, "34") ? PhoneNumbers.national(digits, List.of("VN")) : Optional.empty();
        boolean american = window.hasSizes(3, 3, 4) && isTight(window);
        return american ? PhoneNumbers.national(digits, List.of("US")) : Optional.empty();
    }

    private static Optional<String> eleven(DigitWindow window, String digits) {
        char second = digits.charAt(1);
        if (digits.charAt(0) == '1' && second >= '3')
            return isGrouped(window, "3") ? PhoneNumbers.national(digits, List.of("CN")) : Optional.empty();
        if (second == '9' && (digits.charAt(0) == '7' || digits.charAt(0) == '8'))
            return isGrouped(window, "14") ? PhoneNumbers.national(digits, List.of("RU")) : Optional.empty();
        if (digits.startsWith("07"))
            return isGrouped(window, "45") ? PhoneNumbers.national(digits, List.of("GB")) : Optional.empty();
        if (digits.startsWith("84") && "35789".indexOf(digits.charAt(2)) >= 0)
            return isGrouped(window, "2") ? PhoneNumbers.international(digits) : Optional.empty();
        return Optional.empty();
    }

    /** With the country code, and in Vietnam often with the zero that the code replaces. */
    private static Optional<String> withCountry(DigitWindow window, String digits) {
        if (!isGrouped(window, "2")) return Optional.empty();
        if (digits.length() == 13 && digits.startsWith("861")) return PhoneNumbers.international(digits);
        if (digits.length() == 12 && digits.startsWith("840"))
            return PhoneNumbers.international("84" + digits.substring(3));
        return Optional.empty();
    }

    /** One block, single digits, or few blocks of which the first has one of these sizes. */
    private static boolean isGrouped(DigitWindow window, String heads) {
        if (window.isOneBlock() || window.hasEvenBlocks(1)) return true;
        int head = window.run().digits(window.first());
        return head < 10
                && heads.indexOf('0' + head) >= 0
                && window.blocks() <= 6
                && window.text().lower(window.run().end(window.first())) != '/'
                && !Units.isCounted(window.text(), window.end());
    }

    /** Dashes, full stops or parentheses bind closer than spaces: a list of three counts has spaces. */
    private static boolean isTight(DigitWindow window) {
        for (int i = window.first(); i < window.last(); i++)
            if (window.text().lower(window.run().end(i)) == ' ') return false;
        return true;
    }

    private boolean isAmount(DigitWindow window) {
        return Units.isCounted(text, window.end()) || Units.isMoney(text.lower(window.start() - 1));
    }
}
