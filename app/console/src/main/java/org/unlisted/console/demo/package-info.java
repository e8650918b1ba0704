/**
 * The whole story on samples: a market served on this machine, sample people enrolled in it, one sweep, a clearly marked
 * demo reviewer, and a comparison with what should have been found.
 */
@NullMarked
package org.unlisted.console.demo;

import org.jspecify.annotations.NullMarked;
