package org.unlisted.crawl.nutch;

import org.apache.hadoop.io.Text;

/** Names under which our plugins find their settings and leave their findings in Nutch's records. */
final class Keys {
    // settings
    static final String AGENT = "unlisted.agent";
    static final String CONTACT = "unlisted.contact";
    static final String TIMEOUT_MILLIS = "unlisted.timeout.millis";
    static final String CONTENT_LIMIT = "unlisted.content.limit";
    static final String ALLOW_LOOPBACK = "unlisted.loopback";
    static final String ORIGINS = "unlisted.origins";
    static final String LEXICON = "unlisted.lexicon";
    static final String TRACKERS = "unlisted.trackers";
    static final String SITES = "unlisted.sites";
    static final String PICTURES = "unlisted.pictures";
    static final String METER = "unlisted.meter";

    // content metadata, written by the protocol
    static final String EXCHANGE = "unlisted.exchange";

    // parse metadata, written by the parser
    static final String LISTINGS = "unlisted.listings";
    static final String OFFERS = "unlisted.offers";
    static final String TRACKED = "unlisted.tracked";
    static final String PICTURE = "unlisted.picture";
    static final String WALL = "unlisted.wall";
    static final String UNREADABLE = "unlisted.unreadable";

    /** On a datum: an offer asked for this picture. */
    static final Text WANTED = new Text("unlisted.wanted");

    private Keys() {}
}
