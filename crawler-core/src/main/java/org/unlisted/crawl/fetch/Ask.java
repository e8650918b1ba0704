package org.unlisted.crawl.fetch;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Optional;

/**
 * One question to a site.
 *
 * @param known what the last answer said about its version; the site may then answer "not modified"
 */
public record Ask(URI url, Want want, Optional<Validators> known) {

    /** What the answer is for: it decides what is accepted, how much of it is read, and whether a part will do. */
    public enum Want {
        PAGE("text/html,application/xhtml+xml", true),
        PICTURE("image/*", false),
        ROBOTS("text/plain,*/*;q=0.1", false),
        SITEMAP("application/xml,text/xml,text/plain,*/*;q=0.1", true);

        private final String accept;
        private final boolean partWillDo;

        Want(String accept, boolean partWillDo) {
            this.accept = accept;
            this.partWillDo = partWillDo;
        }

        String accept() {
            return accept;
        }

        /**
         * Whether the beginning of a body that broke off is of use. Half a page still names its offer; half a robots.txt
         * may lack the rule that forbids, and half a picture is a different picture.
         */
        boolean partWillDo() {
            return partWillDo;
        }
    }

    public Ask {
        requireNonNull(url, "url");
        requireNonNull(want, "want");
        requireNonNull(known, "known");
    }

    /** A first question. */
    public static Ask of(URI url, Want want) {
        return new Ask(url, want, Optional.empty());
    }
}
