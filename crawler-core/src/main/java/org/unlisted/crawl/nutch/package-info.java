/**
 * The only package that knows Apache Nutch and Hadoop: our five plugins, {@link org.unlisted.crawl.nutch.CrawlJob} that
 * runs the rounds of a crawl and {@link org.unlisted.crawl.nutch.CaptureScan} that brings offers and pictures together.
 */
@NullMarked
package org.unlisted.crawl.nutch;

import org.jspecify.annotations.NullMarked;
