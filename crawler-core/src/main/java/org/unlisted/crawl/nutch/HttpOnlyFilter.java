package org.unlisted.crawl.nutch;

import static java.util.Objects.requireNonNull;

import org.apache.hadoop.conf.Configuration;
import org.apache.nutch.net.URLFilter;
import org.jspecify.annotations.Nullable;
import org.unlisted.crawl.fetch.CanonicalUrl;

/** Lets only http and https addresses of sane length into the crawl. A source's scope is the parser's business. */
public final class HttpOnlyFilter implements URLFilter {
    private @Nullable Configuration conf;

    @Override
    public void setConf(Configuration conf) {
        this.conf = conf;
    }

    @Override
    public Configuration getConf() {
        return requireNonNull(conf, "setConf comes first");
    }

    @Override
    public @Nullable String filter(String url) {
        return CanonicalUrl.of(url).isPresent() ? url : null; // null is Nutch's word for "leave out"
    }
}
