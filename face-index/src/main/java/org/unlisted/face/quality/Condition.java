package org.unlisted.face.quality;

/** How a probe must be judged: each condition has thresholds of its own, since errors differ. */
public enum Condition {
    /** bare, large and sharp enough */
    PLAIN,
    /** small or blurred: fewer details to tell two people apart by */
    LOW_QUALITY,
    /** mouth and chin are covered: the weakest evidence, which never stands alone */
    MASKED
}
