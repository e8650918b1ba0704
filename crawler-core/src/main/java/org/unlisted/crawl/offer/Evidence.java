package org.unlisted.crawl.offer;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What speaks for and against a sale in a passage, as named numbers around 0 to 2. The {@link Decision} weighs them.
 *
 * <p>Goods, a seller's voice and a bundle speak for it; a context in which the same words are no offer against it.
 */
final class Evidence {
    // Rough worth in US dollars: it only tells the order of magnitude of a price, no price is ever converted.
    private static final Map<String, Double> DOLLARS = Map.of(
            "USD", 1.0, "USDT", 1.0, "EUR", 1.1, "GBP", 1.3, "CNY", 0.14, "RUB", 0.012, "VND", 0.00004, "BTC", 60_000.0, "XMR", 200.0);

    static final String SELLER = "sounds like SELLER";
    static final String REPORTER = "sounds like REPORTER";
    private static final Map<Voice, String> SOUNDS_LIKE =
            Arrays.stream(Voice.values()).collect(Collectors.toMap(v -> v, v -> "sounds like " + v));
    private static final int WORDS = 20; // letters; a Han character is about three

    private Evidence() {}

    /** @param gist log odds by voice, see {@link Gist#odds} */
    static Map<String, Double> of(Scene scene, Deal deal, List<Hit> vetoes, Map<Voice, Double> gist) {
        Map<String, Double> e = new LinkedHashMap<>();
        goods(scene, e);
        e.put("sell", Math.min(4, weight(scene, TermClass.SELL)) / 2.0);
        e.put("trade", Math.min(4, weight(scene, TermClass.TRADE)) / 2.0);
        e.put("provenance", Math.min(3, weight(scene, TermClass.PROVENANCE)) / 2.0);
        e.put("pack", flag(scene.weight(TermClass.Role.PACK) > 0));
        e.put("voice", flag(scene.weight(TermClass.Role.INTENT) >= 2));
        figures(deal, e);
        EnumMap<TermClass, Integer> against = new EnumMap<>(TermClass.class);
        for (Hit veto : vetoes) against.merge(veto.termClass(), veto.term().weight(), (a, b) -> Math.min(5, a + b));
        for (TermClass c : TermClass.values())
            if (c.role() == TermClass.Role.VETO) e.put(c.name(), against.getOrDefault(c, 0) / 2.0);
        int best = scene.noun().map(h -> h.term().weight()).orElse(0);
        boolean calm = vetoes.isEmpty() && scene.weight(TermClass.Role.SEEK) == 0;
        boolean figures = deal.price().isPresent() || deal.size() >= 20;
        // Near-misses nearly always have a word of their own context; where none is, goods and figures say enough.
        e.put("calm", flag(calm && best >= 2));
        e.put("clear", flag(calm && best >= 3 && figures && scene.weight(TermClass.Role.INTENT) >= 2));
        e.put("seek", Math.min(4, scene.weight(TermClass.Role.SEEK)) / 2.0);
        e.put("tool", Math.min(4, scene.weight(TermClass.Role.TOOL)) / 2.0);
        e.put("lookup", Math.min(4, scene.weight(TermClass.Role.LOOKUP)) / 2.0);
        String text = scene.text().text();
        for (Voice voice : Voice.values())
            if (voice != Voice.ANYBODY) e.put(SOUNDS_LIKE.getOrDefault(voice, ""), gist.getOrDefault(voice, 0.0) / 2);
        e.put("quoted", flag(quoted(scene)));
        e.put("asks", flag(text.stripTrailing().endsWith("?")));
        e.put("terse", flag(text.length() < 50));
        e.put("long", flag(text.length() > 300));
        return e;
    }

    /** All goods stand in quotation marks, with other words around: somebody repeats what others say. */
    private static boolean quoted(Scene scene) {
        String text = scene.text().text();
        int end = Math.min(scene.span().end(), text.length());
        if (text.indexOf('"', scene.span().start()) < 0) return false;
        BitSet inside = new BitSet(text.length());
        int outside = 0;
        boolean open = false;
        for (int i = scene.span().start(); i < end; i++) {
            char c = text.charAt(i);
            if (c == '"') open = !open && text.indexOf('"', i + 1) >= 0;
            else if (open) inside.set(i);
            else if (Character.isLetter(c)) outside += TextNormalizer.isHan(c) ? 3 : 1;
        }
        return outside >= WORDS && !scene.goods().isEmpty() && scene.goods().stream().allMatch(g -> inside.get(g.start()));
    }

    private static void goods(Scene scene, Map<String, Double> e) {
        int best = scene.noun().map(h -> h.term().weight()).orElse(0);
        Kinds kinds = Kinds.of(scene.hits());
        e.put("noun1", flag(best == 1));
        e.put("noun2", flag(best == 2));
        e.put("noun3", flag(best == 3));
        e.put("nouns", (double) Math.min(3, scene.of(TermClass.Role.NOUN).stream().filter(h -> h.term().weight() >= 2).map(h -> h.anchor()).distinct().count()) / 2);
        e.put("set", flag(kinds.nouns().contains(TermClass.HANDHELD_ID_SET) || kinds.nouns().contains(TermClass.FACE_KIT)));
        e.put("sides", flag(kinds.views().size() > 1));
        boolean named = kinds.nouns().contains(TermClass.ID_INFO) || kinds.nouns().contains(TermClass.PII);
        e.put("named", flag(named && kinds.stills() && best >= 2));
        e.put("textOnly", flag(named && !kinds.stills()));
    }

    private static void figures(Deal deal, Map<String, Double> e) {
        Optional<Price> price = deal.price();
        e.put("price", flag(price.isPresent()));
        e.put("unitPrice", flag(deal.hasUnitPrice()));
        e.put("tiered", flag(deal.tiered()));
        e.put("crypto", flag(price.filter(p -> p.currency().equals("USDT") || p.currency().equals("BTC") || p.currency().equals("XMR")).isPresent()));
        e.put("some", flag(deal.size() >= 20));
        e.put("many", flag(deal.size() >= 200));
        e.put("masses", flag(deal.size() >= 3_000));
        boolean persons = deal.figures().stream().anyMatch(f -> f instanceof Figure.Count c && c.unit() == Figure.Unit.PERSON);
        boolean images = deal.figures().stream().anyMatch(f -> f instanceof Figure.Count c && c.unit() == Figure.Unit.IMAGE);
        e.put("persons", flag(persons));
        e.put("images", flag(images));
        Optional<Double> dollars = price.flatMap(p -> deal.pricePerFace().map(BigDecimal::doubleValue).map(v -> v * DOLLARS.getOrDefault(p.currency(), 1.0)));
        e.put("cheap", flag(dollars.filter(d -> d < 1).isPresent()));
        e.put("cheapest", flag(dollars.filter(d -> d < 0.05).isPresent()));
        e.put("dear", flag(dollars.filter(d -> d > 25).isPresent()));
        e.put("offered", flag(deal.size() >= 20 && price.isPresent()));
    }

    private static int weight(Scene scene, TermClass termClass) {
        return scene.hits().stream()
                .filter(h -> h.termClass() == termClass)
                .map(h -> Map.entry(h.anchor(), h.term().weight()))
                .distinct()
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private static double flag(boolean yes) {
        return yes ? 1 : 0;
    }
}
