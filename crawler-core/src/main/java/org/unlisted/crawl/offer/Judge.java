package org.unlisted.crawl.offer;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Decides what an author wants.
 *
 * <p>A sale needs three things at once: a noun of face or ID data, a seller's voice, and a bundle (a quantity, a lot, a
 * unit price). One clear sign of another context (news, studio, device, victim …) outweighs them all, because a false
 * sale makes strangers' pictures be fetched, while a missed one is seen again at the next relisting.
 */
final class Judge {
    static final int DECISIVE = 3;
    private static final double SALE = 5;
    private static final int BUNDLE = 20;
    private static final int BULK = 500;
    private static final Pattern BESIDE = Pattern.compile("[^,;。\\n]{0,12}");

    private Judge() {}

    /** Vetoes of the text that no negator lifts. */
    static List<Hit> vetoes(Scene scene) {
        return scene.of(TermClass.Role.VETO).stream()
                .filter(veto -> !Negation.denies(scene.hits(), veto, scene.text().text()))
                .toList();
    }

    static boolean vetoed(List<Hit> vetoes) {
        return vetoes.stream().map(Hit::term).distinct().mapToInt(Term::weight).sum() >= DECISIVE;
    }

    /** The label of a passage whose text was not vetoed. */
    static OfferLabel label(Scene scene, Deal deal) {
        int noun = nounWeight(scene);
        int intent = intent(scene, deal);
        boolean offered = deal.price().isPresent() || intent >= 2;
        int seek = scene.weight(TermClass.Role.SEEK);
        if (seek >= 2 && noun >= 2 && seek > sellWeight(scene)) return OfferLabel.WANTED;
        boolean bundle = deal.size() >= BUNDLE && noun >= 2;
        if (scene.weight(TermClass.Role.LOOKUP) >= 2 && offered && !bundle) return OfferLabel.LOOKUP;
        if (scene.weight(TermClass.Role.TOOL) >= 2 && offered && !bundle) return OfferLabel.TOOL;
        return sells(scene, deal, noun, intent) ? OfferLabel.SALE : OfferLabel.NEGATIVE;
    }

    private static boolean sells(Scene scene, Deal deal, int noun, int intent) {
        boolean pack = scene.weight(TermClass.Role.PACK) > 0;
        boolean unitPrice = deal.hasUnitPrice() || deal.tiered();
        boolean clear = noun >= DECISIVE || (noun == 2 && secondSignal(scene) && !piecesOnly(deal));
        // Without a seller's word, a price for goods that only this trade puts together has to do.
        boolean priced = nounClasses(scene) > 1 && (unitPrice || stated(scene, deal));
        boolean voice = intent >= 2 || (noun >= DECISIVE && (intent > 0 || pack || priced));
        boolean lot = deal.size() >= 2 || pack || unitPrice;
        double size = deal.size() >= BULK ? 2 : deal.size() >= BUNDLE ? 1.5 : deal.size() >= 2 ? 0.5 : 0;
        double support = noun
                + 0.5 * Math.min(2, nounClasses(scene) - 1)
                + Math.min(3, intent)
                + (pack ? 1.5 : 0)
                + (deal.price().isPresent() ? 1 : 0)
                + (unitPrice ? 1 : 0)
                + size;
        return clear && voice && lot && support >= SALE;
    }

    /**
     * The weight of the clearest noun. A document, its sides and the holder's face together are as clear as any; so are
     * portraits with their owners' names and numbers.
     */
    private static int nounWeight(Scene scene) {
        int weight = scene.noun().map(h -> h.term().weight()).orElse(0);
        Kinds kinds = Kinds.of(scene.hits());
        boolean set = kinds.nouns().contains(TermClass.HANDHELD_ID_SET) && kinds.views().size() > 1;
        boolean named = says(scene, TermClass.FACE_PHOTO)
                && (says(scene, TermClass.ID_INFO) || says(scene, TermClass.PII));
        return set || named ? Math.max(weight, DECISIVE) : weight;
    }

    private static boolean says(Scene scene, TermClass noun) {
        return scene.hits().stream().anyMatch(h -> h.termClass() == noun && h.term().weight() >= 2);
    }

    /** A seller's voice; being paid in crypto currency is part of it. */
    private static int intent(Scene scene, Deal deal) {
        boolean crypto = deal.price()
                .filter(p -> p.currency().equals("USDT") || p.currency().equals("BTC"))
                .isPresent();
        return scene.weight(TermClass.Role.INTENT) + (crypto ? 1 : 0);
    }

    private static int sellWeight(Scene scene) {
        return scene.of(TermClass.Role.INTENT).stream()
                .filter(h -> h.termClass() == TermClass.SELL)
                .mapToInt(h -> h.term().weight())
                .sum();
    }

    private static long nounClasses(Scene scene) {
        return scene.of(TermClass.Role.NOUN).stream().map(Hit::termClass).distinct().count();
    }

    /** Quantity and sum side by side in one clause: "3 củ cho 150 người". */
    private static boolean stated(Scene scene, Deal deal) {
        String text = scene.text().text();
        List<Figure> figures = deal.figures().stream()
                .sorted(Comparator.comparingInt(Figure::start))
                .toList();
        for (int i = 0; i + 1 < figures.size(); i++) {
            Figure left = figures.get(i);
            Figure right = figures.get(i + 1);
            boolean pair = left instanceof Figure.Money != right instanceof Figure.Money;
            if (pair && left.end() <= right.start()
                    && BESIDE.matcher(text.substring(left.end(), right.start())).matches()) return true;
        }
        return false;
    }

    /** Ambiguous nouns (手持 is a fan too) need company: another noun, sides of a document, the trade's own talk. */
    private static boolean secondSignal(Scene scene) {
        boolean views = scene.of(TermClass.Role.VIEW).stream().map(Hit::term).distinct().count() > 1;
        return nounClasses(scene) > 1 || views || scene.hits().stream().anyMatch(Judge::isTradeTalk);
    }

    private static boolean isTradeTalk(Hit hit) {
        return hit.termClass() == TermClass.PROVENANCE
                || (hit.termClass() == TermClass.TRADE && hit.term().weight() >= 2);
    }

    /** Counted by 个 or pcs alone, as any goods are. */
    private static boolean piecesOnly(Deal deal) {
        List<Figure.Count> counts = deal.figures().stream()
                .filter(Figure.Count.class::isInstance)
                .map(Figure.Count.class::cast)
                .toList();
        return !counts.isEmpty() && counts.stream().allMatch(c -> c.unit() == Figure.Unit.PIECE);
    }
}
