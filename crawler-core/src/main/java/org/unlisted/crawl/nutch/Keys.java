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
    static final String DELAY_MILLIS = "unlisted.delay.millis";
    static final String PARALLEL = "unlisted.parallel";
    static final String PROXY = "unlisted.proxy";
    static final String COOKIES = "unlisted.cookies";
    static final String SCOPE = "unlisted.scope";
    static final String MAX_DEPTH = "unlisted.depth.max";
    static final String LEXICON = "unlisted.lexicon";
    static final String TRACKERS = "unlisted.trackers";
    static final String SITES = "unlisted.sites";
    static final String PICTURES = "unlisted.pictures";
    static final String SOURCE = "unlisted.source";
    static final String PASS = "unlisted.pass";
    static final String EVERYTHING = "unlisted.everything";
    static final String MIN_INTERVAL = "unlisted.interval.min.seconds";
    static final String CAPTURES_AT = "unlisted.captures";
    static final String PICTURES_AT = "unlisted.pictures.folder";
    static final String CAPTURE_NAME = "unlisted.capture.name";
    static final String DEADLINE = "unlisted.deadline.millis";
    static final String BYTES_LEFT = "unlisted.bytes.left";
    static final String SELECT_PAGES = "unlisted.select.pages";
    static final String SELECT_PICTURES = "unlisted.select.pictures";
    static final String SELECT_LIMIT = "unlisted.select.limit";
    static final String TRAPS_KNOWN = "unlisted.traps.known";
    static final String ADMIT_ALL = "unlisted.admit.all";

    // content metadata, written by the protocol
    static final String EXCHANGE = "unlisted.exchange";
    static final String PLACE = "unlisted.place";
    static final String DIGEST = "unlisted.digest";

    // parse metadata, written by the parser
    static final String LISTINGS = "unlisted.listings";
    static final String OFFERS = "unlisted.offers";
    static final String OFFER_COUNT = "unlisted.offers.count";
    static final String TRACKED = "unlisted.tracked";
    static final String PICTURE = "unlisted.picture";
    static final String WALL = "unlisted.wall";
    static final String UNREADABLE = "unlisted.unreadable";
    static final String GONE = "unlisted.gone";
    static final String NO_INDEX = "unlisted.noindex";
    static final String TRAPS = "unlisted.traps";
    static final String TRUNCATED = "unlisted.truncated";
    static final String UNASKABLE = "unlisted.unaskable";

    /** On a datum: its host's robots.txt was longer than is read. */
    static final Text ROBOTS_CUT = new Text("unlisted.robots.cut");

    /** On a datum: the pass in which an offer asked for this picture. */
    static final Text WANTED = new Text("unlisted.wanted");

    /** On a datum: the pass in which it was last asked for. */
    static final Text ASKED = new Text("unlisted.asked");

    /** On a datum: links from a seed, which has 1. */
    static final Text DEPTH = new Text("unlisted.depth");

    /** On a datum: bytes of the body. */
    static final Text LENGTH = new Text("unlisted.length");

    /** On a datum: the server's validators and where the body lies, for asking whether it has changed. */
    static final Text ETAG = new Text("unlisted.etag");

    static final Text LAST_MODIFIED = new Text("unlisted.modified");
    static final Text CAPTURE = new Text("unlisted.capture");

    /** On a datum: milliseconds since 1970 before which its host wants no request. */
    static final Text BUSY_UNTIL = new Text("unlisted.busy");

    /** On a datum: the pass, and the redirects that led to it one after another. */
    static final Text REDIRECTS = new Text("unlisted.redirects");

    /** On a datum that a link made: it is due now. */
    static final Text DUE = new Text("unlisted.due");

    static final Text COUNTED_OFFERS = new Text(OFFER_COUNT);

    private Keys() {}
}
