package org.unlisted.crawl.offer;

import static java.util.Objects.requireNonNull;

/**
 * A phrase that spoke for or against the label.
 *
 * @param start of the phrase in the original text, UTF-16 units
 * @param end   exclusive
 */
public record Reason(String phrase, int start, int end, boolean supports) {

    public Reason {
        requireNonNull(phrase, "phrase");
        if (start < 0 || end < start) throw new IllegalArgumentException("bad span: " + start + ".." + end);
    }
}
