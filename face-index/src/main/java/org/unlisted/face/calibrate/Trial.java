package org.unlisted.face.calibrate;

import org.unlisted.face.quality.Condition;

/** What is done to the second picture of each pair before it is looked at. */
public enum Trial {
    /** nothing */
    PLAIN(Condition.PLAIN),
    /** a mask is painted over mouth and chin, of a cut and a colour that the picture's name chooses */
    MASKED(Condition.MASKED),
    /** shrunk until the face is 24 to 44 px wide, and compressed hard */
    DEGRADED(Condition.LOW_QUALITY);

    private final Condition condition;

    Trial(Condition condition) {
        this.condition = condition;
    }

    /** The condition whose table the trial fills. */
    public Condition condition() {
        return condition;
    }
}
