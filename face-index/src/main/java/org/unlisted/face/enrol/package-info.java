/**
 * How references come to be and how they vanish: photos of one person become references, kept encrypted, one file
 * an enrolee, and travel to a sweep as an encrypted snapshot.
 */
@NullMarked
package org.unlisted.face.enrol;

import org.jspecify.annotations.NullMarked;
