package org.unlisted.console.cli;

/** The user asked for something that cannot be; the message says what to do. Exit code 2. */
final class UsageException extends Exception {
    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }
}
