package org.unlisted.crawl.signal;

import static java.util.Objects.requireNonNull;

/**
 * A number by which a person can be told or harmed. Keeps where it stands, never the number.
 *
 * @param start in the original text, UTF-16 units
 * @param end   exclusive
 */
public record PersonalNumber(Kind kind, int start, int end) {

    public PersonalNumber {
        requireNonNull(kind, "kind");
        if (start < 0 || end <= start) throw new IllegalArgumentException("bad span: " + start + ".." + end);
    }

    /** What number it is. */
    public enum Kind {
        /** Resident ID number of China, GB 11643-1999; also the older one of 15 digits. */
        CN_RESIDENT_ID,
        /** Citizen ID number of Vietnam, 12 digits, Decree 137/2015/ND-CP Art. 13; also the older one of 9 digits. */
        VN_CITIZEN_ID,
        /** A line of the machine-readable zone of a travel document, ICAO Doc 9303. */
        MRZ,
        /** Payment card, ISO/IEC 7812-1. */
        BANK_CARD,
        /** Series and number of a Russian internal passport. */
        RU_PASSPORT,
        /** Russian pension insurance number. */
        RU_SNILS,
        /** Russian tax number. */
        RU_INN,
        /** US social security number. */
        US_SSN,
        /** A phone number that is not said to be the seller's. */
        PHONE
    }
}
