package org.unlisted.crawl.offer;

/**
 * A term found in a text.
 *
 * @param anchor the words by which it was found: the phrase itself, unless it has gaps
 * @param start  in the normalised text, UTF-16 units
 * @param end    exclusive
 */
record Hit(Term term, String anchor, int start, int end) {

    TermClass termClass() {
        return term.termClass();
    }

    TermClass.Role role() {
        return term.termClass().role();
    }
}
