/**
 * What `unlisted bench crawl` runs in processes of their own: {@link org.unlisted.console.bench.BenchMarket}, a market of
 * any size on the loopback interface, and {@link org.unlisted.console.bench.BenchCrawl}, a crawl of it.
 */
@NullMarked
package org.unlisted.console.bench;

import org.jspecify.annotations.NullMarked;
