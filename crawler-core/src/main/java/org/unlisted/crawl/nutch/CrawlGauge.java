package org.unlisted.crawl.nutch;
import java.util.Map;
public record CrawlGauge(String source, int round, int done, int total, double pagesPerSecond, double imagesPerSecond, long bytes, Map<String, Integer> queues, Map<String, Integer> skipped) {}
