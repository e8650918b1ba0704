package org.unlisted.console.demo;

import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.unlisted.console.demo.Expected.ReadOffer;
import org.unlisted.takedown.sighting.ListingRef;
import org.unlisted.takedown.sighting.OfferFacts;

/** Offers as the machine read them against offers as a person reads them, field by field. */
record OfferComparison(int right, List<String> differences) {
    private static final BigDecimal ROUNDING = new BigDecimal("0.005");

    static OfferComparison of(List<ReadOffer> expected, URI origin, Collection<ListingRef> offers) {
        Map<URI, OfferFacts> read = new LinkedHashMap<>();
        offers.forEach(listing -> read.put(listing.url(), listing.offer()));
        var differences = new ArrayList<String>();
        int right = 0;
        for (ReadOffer offer : expected) {
            URI listing = Expected.on(origin, offer.listing());
            Optional<OfferFacts> facts = Optional.ofNullable(read.remove(listing));
            List<String> wrong = facts.map(f -> fields(offer, f)).orElse(List.of("not read as an offer"));
            wrong.forEach(w -> differences.add(listing + " " + w));
            if (wrong.isEmpty()) right++;
        }
        read.keySet().forEach(listing -> differences.add(listing + " read as an offer"));
        return new OfferComparison(right, List.copyOf(differences));
    }

    private static List<String> fields(ReadOffer expected, OfferFacts read) {
        var wrong = new ArrayList<String>();
        compare(wrong, "kind", Optional.of(expected.kind()), Optional.of(read.kind()));
        compare(wrong, "persons", boxed(expected.persons()), boxed(read.persons()));
        compare(wrong, "images", boxed(expected.images()), boxed(read.images()));
        compare(wrong, "price", plain(expected.price()), plain(read.price()));
        compare(wrong, "currency", expected.currency(), read.currency());
        compare(wrong, "basis", expected.basis(), read.basis());
        if (!near(expected.pricePerFace(), read.pricePerFace()))
            compare(wrong, "pricePerFace", plain(expected.pricePerFace()), plain(read.pricePerFace()));
        return wrong;
    }

    private static <T> void compare(List<String> wrong, String field, Optional<T> expected, Optional<T> read) {
        if (!expected.equals(read)) wrong.add(field + ": " + said(read) + " instead of " + said(expected));
    }

    private static String said(Optional<?> value) {
        return value.map(Object::toString).orElse("nothing");
    }

    private static Optional<Long> boxed(OptionalLong count) {
        return count.stream().boxed().findFirst();
    }

    /** A quotient, which people round: within half a percent is the same. */
    private static boolean near(Optional<BigDecimal> expected, Optional<BigDecimal> read) {
        return expected.isPresent()
                && read.isPresent()
                && read.get().subtract(expected.get()).abs().compareTo(expected.get().abs().multiply(ROUNDING)) <= 0;
    }

    /** 12.50 and 12.5 are one price. */
    private static Optional<BigDecimal> plain(Optional<BigDecimal> amount) {
        return amount.map(a -> new BigDecimal(a.stripTrailingZeros().toPlainString()));
    }
}
