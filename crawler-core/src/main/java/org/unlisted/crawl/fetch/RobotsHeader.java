package org.unlisted.crawl.fetch;
import org.unlisted.crawl.capture.Exchange;
public record RobotsHeader(boolean noFollow, boolean noIndex) { public static RobotsHeader of(Exchange e, String agent) { return new RobotsHeader(false,false); } }
