package org.unlisted.crawl.signal;

/**
 * A word that says what the handle or number after it is.
 *
 * @param word  as {@link FoldedText} reads it in lower case
 * @param label which messenger, for {@link Topic#MESSENGER}
 */
record Cue(String word, Topic topic, Weight weight, String label) {

    /** What a cue announces. */
    enum Topic {
        WECHAT,
        QQ,
        TELEGRAM,
        WHATSAPP,
        ZALO,
        MESSENGER,
        /** A phone, whoever's. */
        PHONE,
        /** Asks the reader to get in touch: what follows is the seller's. */
        CALL,
        /** Fields of a record about somebody: what follows is not the seller's. */
        PERSON,
        CN_ID,
        VN_ID,
        RU_PASSPORT,
        SNILS,
        INN,
        SSN,
        CARD,
        /** Extraction code of a share. */
        CODE;

        boolean isMessenger() {
            return compareTo(MESSENGER) <= 0;
        }
    }

    /** How much more it takes before a handle is believed. */
    enum Weight {
        STRONG,
        WEAK,
        BARE
    }
}
