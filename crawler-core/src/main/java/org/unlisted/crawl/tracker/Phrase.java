package org.unlisted.crawl.tracker;

import static java.util.Objects.requireNonNull;

/**
 * Words of a listing that a tracker hit.
 *
 * @param start in UTF-16 units of title, line break, body; of the body alone where the title is blank
 * @param end   exclusive
 * @param text  the words there, as their author wrote them
 */
public record Phrase(int start, int end, String text) {
    public Phrase {
        requireNonNull(text, "text");
        if (start < 0 || end - start != text.length())
            throw new IllegalArgumentException("not the place of " + text.length() + " units: " + start + " to " + end);
    }
}
