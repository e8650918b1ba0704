package org.unlisted.crawl.fetch;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
public record Manners(Duration delay, int parallel, Optional<URI> proxy, boolean cookies) { public static Manners plain() { return new Manners(Duration.ZERO, 8, Optional.empty(), false); } }
