/**
 * Where what a sweep found becomes work for people, and their decisions become papers:
 * {@link org.unlisted.console.desk.SightingDesk} files sightings, {@link org.unlisted.console.desk.CasePapers} writes
 * packet and notice of a confirmed case. Evidence of a dismissed case is erased.
 */
@NullMarked
package org.unlisted.console.desk;

import org.jspecify.annotations.NullMarked;
