package org.unlisted.console.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.unlisted.crawl.signal.Masker;
import org.unlisted.sweep.protocol.SweepEvent;
import org.unlisted.takedown.sighting.ListingRef;
import org.unlisted.takedown.sighting.OfferFacts;

/** Prices per face in one currency on a logarithmic scale, cheapest first. No currency is turned into another. */
record PriceChart(String currency, List<Bar> bars, List<Tick> ticks) {
    private static final int MOST_TICKS = 6;
    private static final double SHORTEST = 0.012; // share of the width: a price on the first tick still shows a bar

    /**
     * @param width percent of the scale
     */
    record Bar(String title, String language, String price, String width) {}

    /**
     * @param anchor of the label: start at the left end, end at the right, else middle
     */
    record Tick(String label, String at, String anchor) {}

    private record Priced(ListingRef listing, BigDecimal perFace) {}

    static List<PriceChart> of(List<SweepEvent.OfferSeen> offers, Words words) {
        Map<String, List<Priced>> byCurrency = new TreeMap<>();
        for (SweepEvent.OfferSeen seen : offers) {
            OfferFacts facts = seen.listing().offer();
            Optional<BigDecimal> perFace = facts.pricePerFace().filter(p -> p.signum() > 0);
            if (perFace.isPresent() && facts.currency().isPresent())
                byCurrency
                        .computeIfAbsent(facts.currency().get(), _ -> new ArrayList<>())
                        .add(new Priced(seen.listing(), perFace.get()));
        }
        return byCurrency.entrySet().stream()
                .map(e -> chart(e.getKey(), e.getValue(), words))
                .sorted(Comparator.comparingInt((PriceChart chart) -> chart.bars().size()).reversed())
                .toList();
    }

    private static PriceChart chart(String currency, List<Priced> prices, Words words) {
        prices.sort(Comparator.comparing(Priced::perFace));
        int low = (int) Math.floor(log(prices.getFirst().perFace()));
        int high = Math.max(low + 1, (int) Math.ceil(log(prices.getLast().perFace())));
        List<Bar> bars = prices.stream()
                .map(p -> new Bar(
                        Masker.maskAll(p.listing().title()),
                        p.listing().language(),
                        words.money(p.perFace(), currency),
                        Gauge.percent(Math.max(SHORTEST, (log(p.perFace()) - low) / (high - low)))))
                .toList();
        return new PriceChart(currency, bars, ticks(low, high, words));
    }

    private static List<Tick> ticks(int low, int high, Words words) {
        int step = Math.ceilDiv(high - low, MOST_TICKS);
        List<Tick> ticks = new ArrayList<>();
        for (int power = low; power <= high; power += step) {
            String anchor = power == low ? "start" : power == high ? "end" : "middle";
            String at = Gauge.percent((double) (power - low) / (high - low));
            ticks.add(new Tick(words.money(BigDecimal.ONE.scaleByPowerOfTen(power), ""), at, anchor));
        }
        return ticks;
    }

    private static double log(BigDecimal price) {
        return Math.log10(price.doubleValue());
    }
}
