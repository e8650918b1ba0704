package org.unlisted.console.cli;

/** The last word of a long command. */
interface EndTable {

    /** One line for programs. */
    String json();

    /** For people. */
    String table();
}
