package org.unlisted.crawl.signal;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import java.util.Optional;

/**
 * What libphonenumber knows of numbering plans. Numbers are parsed one by one instead of searched for with its
 * {@code findNumbers}: here the digits are already undisguised, and a text of ten megabytes must not cost minutes.
 * Thread-safe.
 */
final class PhoneNumbers {
    private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();
    private static final int SHORTEST = 7;
    private static final int LONGEST = 15; // ITU-T E.164

    private PhoneNumbers() {}

    /** Country code and number, digits only, if it was ever assigned; of the first region where it is. */
    static Optional<String> national(String digits, List<String> regions) {
        if (digits.length() < SHORTEST || digits.length() > LONGEST) return Optional.empty();
        for (String region : regions) {
            Optional<String> valid = parse(digits, region);
            if (valid.isPresent()) return valid;
        }
        return Optional.empty();
    }

    /** The same for digits that begin with a country code. */
    static Optional<String> international(String digits) {
        if (digits.length() < SHORTEST || digits.length() > LONGEST || digits.charAt(0) == '0') return Optional.empty();
        return parse("+" + digits, PhoneNumberUtil.REGION_CODE_FOR_NON_GEO_ENTITY);
    }

    private static Optional<String> parse(String number, String region) {
        try {
            PhoneNumber phone = PLANS.parse(number, region);
            if (!PLANS.isValidNumber(phone)) return Optional.empty();
            return Optional.of(phone.getCountryCode() + PLANS.getNationalSignificantNumber(phone));
        } catch (NumberParseException e) {
            return Optional.empty(); // no number of that plan
        }
    }

    /** Where a seller who writes this language is likely to have a phone; every region, the likely ones first. */
    static List<String> regions(String language) {
        return switch (language.length() > 2 ? language.substring(0, 2) : language) {
            case "vi" -> List.of("VN", "CN", "RU", "US", "GB");
            case "ru" -> List.of("RU", "CN", "VN", "US", "GB");
            case "en" -> List.of("US", "GB", "CN", "VN", "RU");
            default -> List.of("CN", "VN", "RU", "US", "GB");
        };
    }
}
