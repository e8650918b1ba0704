/** Stub. */
@org.jspecify.annotations.NullMarked
package org.unlisted.crawl.scope;
