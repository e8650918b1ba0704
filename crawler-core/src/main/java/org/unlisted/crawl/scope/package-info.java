/**
 * What belongs to a source: which addresses ({@link org.unlisted.crawl.scope.Scope}), how much of them
 * ({@link org.unlisted.crawl.scope.Budget}), and which are one page in endless clothes
 * ({@link org.unlisted.crawl.scope.TrapCounter}).
 */
@NullMarked
package org.unlisted.crawl.scope;

import org.jspecify.annotations.NullMarked;
