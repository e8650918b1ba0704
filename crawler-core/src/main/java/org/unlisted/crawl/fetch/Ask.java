package org.unlisted.crawl.fetch;
import java.net.URI;
import java.util.Optional;
public record Ask(URI url, Want want, Optional<Validators> known) { public enum Want { PAGE, PICTURE, ROBOTS, SITEMAP } }
