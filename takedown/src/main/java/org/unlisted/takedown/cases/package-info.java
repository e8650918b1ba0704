/**
 * What people decided about sightings: {@link org.unlisted.takedown.cases.CaseDesk} joins sightings to cases, one
 * enrolee and one listing each, and lets only a reviewer's decision move them on.
 */
@NullMarked
package org.unlisted.takedown.cases;

import org.jspecify.annotations.NullMarked;
