package org.unlisted.sweep.plan;

/** A plan that cannot be followed. The message names the file, the key and what to do. */
public final class PlanException extends Exception {
    private static final long serialVersionUID = 1;

    PlanException(String message) {
        super(message);
    }
}
