/**
 * What is kept in the database: cases and sweeps, as plain values. {@link org.unlisted.console.storage.Database} opens
 * an H2 file or a PostgreSQL server and brings its tables up to date. There is never a picture, crop or vector in it.
 */
@NullMarked
package org.unlisted.console.storage;

import org.jspecify.annotations.NullMarked;
