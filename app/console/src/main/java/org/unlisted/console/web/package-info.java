/**
 * What reviewers see in a browser: {@link org.unlisted.console.web.ConsoleApp} serves one page of cases on the loopback
 * interface. Pictures are opened from the encrypted stores for each look, with everybody else covered. Nothing here takes
 * a photo in. Counts of sweeps are there for Prometheus, at {@code /metrics}.
 */
@NullMarked
package org.unlisted.console.web;

import org.jspecify.annotations.NullMarked;
