/**
 * The report of a sweep: one HTML file that a person can read, print and pass on, with every stranger left out or
 * covered. It loads nothing, runs nothing, and links nowhere but to the packets and notices beside it.
 */
@NullMarked
package org.unlisted.console.report;

import org.jspecify.annotations.NullMarked;
