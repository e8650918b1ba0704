package org.unlisted.takedown.sighting;

/** What a likeness is worth as evidence, by what the picture shows of the face. */
public enum Strength {
    /** a bare face, large and sharp */
    PLAIN,
    /** a bare face, small or blurred */
    LOW_QUALITY,
    /** mouth and chin are covered: never stands alone */
    MASKED
}
