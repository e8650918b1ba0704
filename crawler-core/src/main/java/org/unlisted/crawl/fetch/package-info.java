/**
 * HTTP that never hurts a site and never reaches an inside address: every address is checked, robots.txt is obeyed, bodies
 * are capped, walls are reported as walls.
 */
@NullMarked
package org.unlisted.crawl.fetch;

import org.jspecify.annotations.NullMarked;
