package org.unlisted.console.hunt;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unlisted.console.home.Home;
import org.unlisted.console.storage.JdbcListings;
import org.unlisted.sweep.protocol.SweepEvent;

/** Writes what one sweep tells of offers into their memory. Used by the thread that listens to the sweep. */
public final class ListingLedger {
    private static final Logger LOG = LoggerFactory.getLogger(ListingLedger.class);
    /** Reasons by which a page may as well still be there. */
    private static final Set<String> UNTOLD = Set.of("unreachable", "timeout", "server-error", "robots", "login", "captcha",
            "blocked", "geo", "paywall", "busy", "budget", "broken", "certificate", "noindex", "forbidden", "truncated", "redirects", "scheme", "trap");

    private final JdbcListings listings;
    private final Optional<Path> plan;
    private final Clock clock;

    /**
     * @param plan of the sweep; one in the home's work folder was made for this sweep alone and is not remembered
     */
    public ListingLedger(JdbcListings listings, Home home, Path plan, Clock clock) {
        this.listings = requireNonNull(listings, "listings");
        this.plan = Optional.of(plan.toAbsolutePath().normalize()).filter(p -> !p.startsWith(home.work()));
        this.clock = requireNonNull(clock, "clock");
    }

    /** Takes what concerns offers on the web; everything else is none of its business. */
    public void accept(SweepEvent event) {
        switch (event) {
            case SweepEvent.OfferSeen offer -> seen(offer);
            case SweepEvent.Skipped skipped -> skipped(skipped);
            default -> {}
        }
    }

    private void seen(SweepEvent.OfferSeen offer) {
        URI listing = offer.listing().url();
        if (!isWeb(listing)) return;
        listings.seen(
                new JdbcListings.Place(plan, offer.listing().source(), listing, offer.page()),
                offer.listing().offer().kind(),
                offer.severity(),
                clock.instant());
    }

    private void skipped(SweepEvent.Skipped skipped) {
        boolean gone = skipped.reason().equals("not-found");
        if (!gone && !UNTOLD.contains(skipped.reason())) return;
        if (!skipped.item().startsWith("http")) return;
        try {
            URI url = URI.create(skipped.item());
            int concerned = gone ? listings.gone(url) : listings.unknown(url);
            if (concerned > 0) LOG.info("event=listings-{} count={}", gone ? "gone" : "unknown", concerned);
        } catch (IllegalArgumentException e) {
            // an address that is none was never a listing's
        }
    }

    private static boolean isWeb(URI url) {
        return "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
    }
}
