package org.unlisted.crawl.signal;

/**
 * How much a text gives away, from nothing to the data of several people. Ordered: the later, the worse.
 *
 * <p>It decides what is handled first and says nothing about guilt: a studio has a phone number too.
 */
public enum Severity {
    /** No signal. */
    NONE,
    /** A way to the seller or to the goods: can tie listings together, harms nobody by itself. */
    CONTACT,
    /** A number of a person, such as an ID number: somebody is exposed by the text itself, so it is masked. */
    PERSONAL_DATA,
    /** Numbers of {@value #BULK} or more: the text is not an advertisement with a sample but a leak. */
    PERSONAL_DATA_BULK;

    /** Distinct personal numbers from which a text counts as a leak. */
    public static final int BULK = 3;

    /** The worse of two. */
    public Severity or(Severity other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
