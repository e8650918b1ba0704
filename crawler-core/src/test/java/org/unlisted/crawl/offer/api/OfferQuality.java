package org.unlisted.crawl.offer.api;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.unlisted.crawl.offer.Offer;
import org.unlisted.crawl.offer.OfferLabel;
import org.unlisted.crawl.offer.OfferReader;

/** How often the reader agrees with people on a set of texts. */
final class OfferQuality {
    private final Map<OfferLabel, Map<OfferLabel, Integer>> confusion = new EnumMap<>(OfferLabel.class);
    private int texts;
    private int right;
    private int sales;
    private int kinds;
    private int figures;
    private int several;
    private int severalApart;
    private int grave;
    private int contexts;

    static OfferQuality of(List<LabelledText> texts, OfferReader reader) {
        OfferQuality quality = new OfferQuality();
        for (LabelledText text : texts) quality.add(text, text.read(reader));
        return quality;
    }

    static Map<String, OfferQuality> byLanguage(List<LabelledText> texts, OfferReader reader) {
        Map<String, OfferQuality> all = new TreeMap<>();
        for (LabelledText text : texts)
            all.computeIfAbsent(text.language(), l -> new OfferQuality()).add(text, text.read(reader));
        return all;
    }

    private void add(LabelledText text, List<Offer> offers) {
        Offer first = offers.getFirst();
        boolean scans = offers.stream().anyMatch(Offer::permitsFaceScan);
        OfferLabel read = scans ? OfferLabel.SALE : first.label();
        confusion.computeIfAbsent(text.label(), l -> new EnumMap<>(OfferLabel.class)).merge(read, 1, Integer::sum);
        texts++;
        if (read == text.label()) right++;
        if (text.reports()) contexts++;
        if (scans && text.reports()) grave++;
        if (text.label() != OfferLabel.SALE || read != OfferLabel.SALE) return;
        sales++;
        if (text.kindIs(first)) kinds++;
        if (text.quantityIs(first) && text.priceIs(first)) figures++;
        if (text.node().path("offers").asInt(1) > 1) {
            several++;
            if (text.offersAre(offers)) severalApart++;
        }
    }

    private int cell(OfferLabel said, OfferLabel read) {
        return confusion.getOrDefault(said, Map.of()).getOrDefault(read, 0);
    }

    /** Texts that were read as a label. */
    private int column(OfferLabel read) {
        return Arrays.stream(OfferLabel.values()).mapToInt(said -> cell(said, read)).sum();
    }

    /** Texts that are said to be of a label. */
    private int line(OfferLabel said) {
        return Arrays.stream(OfferLabel.values()).mapToInt(read -> cell(said, read)).sum();
    }

    /** A share of nothing says nothing. */
    private static String shown(double share, int whole) {
        return whole == 0 ? "–" : String.format(Locale.ROOT, "%.3f", share);
    }

    double precision() {
        return ratio(cell(OfferLabel.SALE, OfferLabel.SALE), column(OfferLabel.SALE));
    }

    double recall() {
        return ratio(cell(OfferLabel.SALE, OfferLabel.SALE), line(OfferLabel.SALE));
    }

    double accuracy() {
        return ratio(right, texts);
    }

    double kinds() {
        return ratio(kinds, sales);
    }

    /** Share of found sales whose price and quantity are both exactly as said. */
    double figures() {
        return ratio(figures, sales);
    }

    private static double ratio(int part, int whole) {
        return whole == 0 ? 1 : part / (double) whole;
    }

    String row(String name) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %s | %s | %s | %s | %s | %d of %d | %d of %d |%n",
                name,
                texts,
                shown(precision(), column(OfferLabel.SALE)),
                shown(recall(), line(OfferLabel.SALE)),
                shown(accuracy(), texts),
                shown(kinds(), sales),
                shown(figures(), sales),
                severalApart,
                several,
                grave,
                contexts);
    }

    static String head() {
        return """
                | texts | number | SALE precision | SALE recall | class accuracy | kind | price and quantity exact \
                | several offers kept apart | news, warnings, victims, notices read as SALE |
                |---|---|---|---|---|---|---|---|---|
                """;
    }

    String matrix() {
        StringBuilder out = new StringBuilder("| said \\ read |");
        for (OfferLabel read : OfferLabel.values()) out.append(' ').append(read).append(" |");
        out.append("\n|---|---|---|---|---|---|\n");
        for (OfferLabel said : OfferLabel.values()) {
            out.append("| ").append(said).append(" |");
            for (OfferLabel read : OfferLabel.values()) out.append(' ').append(cell(said, read)).append(" |");
            out.append('\n');
        }
        return out.toString();
    }
}
