package org.unlisted.crawl.scope;
import java.time.Duration;
public record Budget(int depth, int pages, int images, long bytes, Duration time) {}
