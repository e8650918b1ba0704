package org.unlisted.face.calibrate;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Cosines of comparisons with a known answer, sorted. */
final class Cosines {

    private final float[] ascending;

    Cosines(float[] values) {
        ascending = values.clone();
        Arrays.sort(ascending);
    }

    int count() {
        return ascending.length;
    }

    /** How many are at or above a threshold. */
    int atOrAbove(double threshold) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] >= threshold) high = middle;
            else low = middle + 1;
        }
        return ascending.length - low;
    }

    /** Share at or above a threshold. */
    double shareAtOrAbove(double threshold) {
        return (double) atOrAbove(threshold) / ascending.length;
    }

    /** The lowest cosine that at most this share reaches; 1 if even the highest is reached by more. */
    double reachedByAtMost(double share) {
        int allowed = (int) Math.floor(share * ascending.length);
        if (allowed == 0) return Math.min(1, Math.nextUp(ascending[ascending.length - 1]));
        float candidate = ascending[ascending.length - allowed];
        // equal cosines just below would be let in as well
        boolean tie = allowed < ascending.length && ascending[ascending.length - allowed - 1] == candidate;
        return tie ? Math.min(1, Math.nextUp(candidate)) : candidate;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Cosines c && Arrays.equals(c.ascending, ascending);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ascending);
    }
}
