/**
 * Counts of sweeps for machines that watch this one, in the text format of Prometheus:
 * {@link org.unlisted.console.metrics.SweepMetrics} adds up what sweeps report. No address of a page, no name of a person.
 */
@NullMarked
package org.unlisted.console.metrics;

import org.jspecify.annotations.NullMarked;
