package org.unlisted.crawl.nutch;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.nutch.net.URLNormalizer;
import org.jspecify.annotations.Nullable;
import org.unlisted.crawl.fetch.CanonicalUrl;

/** One spelling for each address: {@link CanonicalUrl}. */
public final class CanonicalNormalizer implements URLNormalizer {
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
    public String normalize(String url, String scope) {
        return CanonicalUrl.of(url).map(URI::toString).orElse(url);
    }
}
