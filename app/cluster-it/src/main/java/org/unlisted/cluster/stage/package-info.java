/** What the test's sweeps meet, each a process of its own: a cluster of one node, and the sample market. */
@NullMarked
package org.unlisted.cluster.stage;

import org.jspecify.annotations.NullMarked;
