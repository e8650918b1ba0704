/**
 * A small cluster on this machine in a network and a process space of its own, and sweeps sent to it by processes that
 * have nothing but what the distribution gives them.
 */
@NullMarked
package org.unlisted.cluster;

import org.jspecify.annotations.NullMarked;
