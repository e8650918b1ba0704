package org.unlisted.crawl.fetch;
import java.util.Optional;
import org.unlisted.crawl.capture.Exchange;
public record Validators(Optional<String> etag, Optional<String> lastModified) {
 public static Validators of(Exchange e) { return new Validators(h(e,"ETag"), h(e,"Last-Modified")); }
 static Optional<String> h(Exchange e, String n) { return e.responseHeaders().stream().filter(x -> x.getKey().equalsIgnoreCase(n)).map(java.util.Map.Entry::getValue).findFirst(); }
}
