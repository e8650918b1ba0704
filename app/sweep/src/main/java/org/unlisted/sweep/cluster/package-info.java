/**
 * What the tasks of a sweep need on the nodes of a cluster: models, words, gallery and native library, and how their
 * processes are started. Values only; the crawler's adapter hands them to Hadoop.
 */
@NullMarked
package org.unlisted.sweep.cluster;

import org.jspecify.annotations.NullMarked;
