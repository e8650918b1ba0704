/** What one sweep costs by the size of its parts, for docs/scale.md. */
@NullMarked
package org.unlisted.cluster.cost;

import org.jspecify.annotations.NullMarked;
