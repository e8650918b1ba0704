/**
 * One sweep as a process of its own: reads an order, follows the plan, reports events, leaves nothing behind but sealed
 * evidence of candidates.
 */
@NullMarked
package org.unlisted.sweep;

import org.jspecify.annotations.NullMarked;
