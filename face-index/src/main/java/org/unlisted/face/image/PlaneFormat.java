package org.unlisted.face.image;

import static java.util.Objects.requireNonNull;

/**
 * How a network wants its colours: planes in an order, each value {@code (x - mean) / divisor} with x from 0 to 255.
 */
public record PlaneFormat(Order order, float mean, float divisor) {

    public PlaneFormat {
        requireNonNull(order, "order");
        if (!(divisor > 0)) throw new IllegalArgumentException("divisor must be positive: " + divisor);
    }

    /** @param value 0 to 255 */
    public float normalise(float value) {
        return (value - mean) / divisor;
    }

    /** Index of the first plane's colour in red, green, blue. */
    int first() {
        return switch (order) {
            case RGB -> 0;
            case BGR -> 2;
        };
    }

    /** Which plane comes first. */
    public enum Order { RGB, BGR }
}
