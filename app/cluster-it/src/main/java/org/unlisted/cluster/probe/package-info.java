/** A job of the test's own: the face handler in a task of a cluster, and the same here. */
@NullMarked
package org.unlisted.cluster.probe;

import org.jspecify.annotations.NullMarked;
