/** A cluster of one node as a process. */
@NullMarked
package org.unlisted.cluster.mini;

import org.jspecify.annotations.NullMarked;
