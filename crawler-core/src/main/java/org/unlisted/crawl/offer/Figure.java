package org.unlisted.crawl.offer;

import java.math.BigDecimal;

/** A number of a text and the part it plays; spans are of the normalised text. */
sealed interface Figure {

    int start();

    int end();

    /** So many of something. */
    record Count(BigDecimal value, Unit unit, int start, int end) implements Figure {}

    /** A unit without a number: 一套, per set, each. */
    record Each(Unit unit, int start, int end) implements Figure {}

    /**
     * A sum.
     *
     * @param inferred the currency was not said
     */
    record Money(BigDecimal value, String currency, boolean inferred, int start, int end) implements Figure {}

    /** A number that only its neighbours can explain. */
    record Bare(BigDecimal value, int start, int end) implements Figure {}

    /** A number that is neither how many nor how much: a file size, a discount, a length. */
    record Aside(int start, int end) implements Figure {}

    /** What is counted; GOODS is the noun of the offer itself (5000 selfies), PIECE anything (个, pcs). */
    enum Unit { PERSON, IMAGE, FACE, GOODS, PIECE }
}
