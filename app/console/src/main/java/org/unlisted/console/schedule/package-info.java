/**
 * Sweeps at the hours their plans name: {@link org.unlisted.console.schedule.SweepSchedule} keeps them in the database
 * by Quartz and has a {@link org.unlisted.console.schedule.SweepStarter} run them, one after another.
 */
@NullMarked
package org.unlisted.console.schedule;

import org.jspecify.annotations.NullMarked;
