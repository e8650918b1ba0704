package org.unlisted.crawl.signal;

import static java.util.Objects.requireNonNull;

/**
 * A way to reach the seller outside the platform.
 *
 * @param canonical the same for every spelling of one contact: a handle in lower case without {@code @}, digits without
 *                  separators (with country code where they are a phone number), an address as its checksum needs it
 * @param start     of the handle, number or link path in the original text, UTF-16 units; cue words are not in the span
 * @param end       exclusive
 */
public record Contact(Kind kind, String canonical, int start, int end) {

    public Contact {
        requireNonNull(kind, "kind");
        if (canonical.isEmpty()) throw new IllegalArgumentException("an empty " + kind);
        if (start < 0 || end <= start) throw new IllegalArgumentException("bad span: " + start + ".." + end);
    }

    /** Without the contact itself: it does not belong in logs. */
    @Override
    public String toString() {
        return "Contact[" + kind + " " + start + ".." + end + "]";
    }

    /** Where the contact is used. */
    public enum Kind {
        WECHAT,
        QQ,
        TELEGRAM,
        PHONE,
        WHATSAPP,
        ZALO,
        /** Signal, Viber, ICQ, Skype, LINE, Discord, KakaoTalk and others; the canonical form starts with which. */
        MESSENGER,
        EMAIL,
        /** {@code @name} without a word about where. */
        HANDLE,
        /** A crypto-currency address, or the link of a pay code. */
        WALLET
    }
}
