/**
 * The command line: one class a command. It maps and calls; tables and bars for people on a terminal, JSON lines for
 * programs. No command takes a photo and answers who it shows.
 */
@NullMarked
package org.unlisted.console.cli;

import org.jspecify.annotations.NullMarked;
