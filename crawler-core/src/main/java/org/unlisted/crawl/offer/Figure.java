package org.unlisted.crawl.offer;

import java.math.BigDecimal;

/** A number of a text and the part it plays; spans are of the normalised text. */
sealed interface Figure {

    int start();

    int end();

    /** So many of something. */
    record Count(BigDecimal value, Unit unit, int start, int end) implements Figure {

        /** Digits of the largest count that is believed: a longer row is an account, a phone or noise. */
        private static final int DIGITS = 12;

        boolean countable() {
            return value.precision() - value.scale() <= DIGITS;
        }
    }

    /**
     * A unit to which a price belongs: 一套, per set, each; per 1,000 photos.
     *
     * @param per how many of the unit the price buys, 1 for most
     */
    record Each(Unit unit, BigDecimal per, int start, int end) implements Figure {}

    /**
     * A sum.
     *
     * @param inferred the currency was not said
     * @param sense    what it buys by the sound of its surroundings, see {@link Roles}
     */
    record Money(BigDecimal value, String currency, boolean inferred, int start, int end, Sense sense) implements Figure {
        Money(BigDecimal value, String currency, boolean inferred, int start, int end) {
            this(value, currency, inferred, start, end, Sense.UNKNOWN);
        }

        Money as(Sense heard) {
            return new Money(value, currency, inferred, start, end, heard);
        }
    }

    /** What a sum buys: one of the goods, all of them, or one of many bought together. */
    enum Sense { UNKNOWN, ONE, ALL, VOLUME }

    /** A part of the price that is left to pay: 0.8 for 8折 or 20 % off. */
    record Discount(BigDecimal factor, int start, int end) implements Figure {}

    /** A number that only its neighbours can explain. */
    record Bare(BigDecimal value, int start, int end) implements Figure {}

    /** A number that is neither how many nor how much: a file size, a length, a telephone. */
    record Aside(int start, int end) implements Figure {}

    /** What is counted; GOODS is the noun of the offer itself (5000 selfies), PIECE anything (个, pcs). */
    enum Unit { PERSON, IMAGE, FACE, GOODS, PIECE }
}
