/**
 * The folder that holds all state of one installation: {@link org.unlisted.console.home.Home} lays it out, keeps its
 * key and clears what broken-off sweeps left behind.
 */
@NullMarked
package org.unlisted.console.home;

import org.jspecify.annotations.NullMarked;
