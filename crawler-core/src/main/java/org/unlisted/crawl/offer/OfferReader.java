package org.unlisted.crawl.offer;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.unlisted.crawl.listing.Listing;
import org.unlisted.crawl.listing.ScriptLanguage;

/**
 * Reads what a listing offers out of its words: Chinese, English, Vietnamese, Russian, or a mixture.
 *
 * <p>The words are data, see {@link #load}; grammar of numbers and money is code. Thread-safe.
 */
public final class OfferReader {
    private final TextNormalizer normalizer = new TextNormalizer();
    private final Lexicon lexicon;
    private final FigureReader figureReader;
    private final DealReader dealReader;

    private OfferReader(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.figureReader = new FigureReader(lexicon);
        this.dealReader = new DealReader(figureReader);
    }

    /**
     * A reader with the lexicon files ({@code *.yaml}) of a folder.
     *
     * @throws IOException when there is none, or one has an unknown key; the message names the file
     */
    public static OfferReader load(Path lexiconDir) throws IOException {
        return new OfferReader(Lexicon.load(lexiconDir));
    }

    /** As {@link #read(String, String, Optional, Optional)}, of the listing's title, text, price field and language. */
    public List<Offer> read(Listing listing) {
        return read(listing.title(), listing.text(), listing.priceText(), Optional.of(listing.language()));
    }

    /**
     * The offers of a text, or a single {@link OfferLabel#NEGATIVE} with what speaks against one.
     *
     * @param title     may be empty; offsets of reasons count in title, line break, body, or in the body alone if it is
     *                  empty
     * @param priceText the page's price field, used when the words name no price
     * @param language  BCP 47, a hint for texts in Latin letters
     */
    public List<Offer> read(String title, String body, Optional<String> priceText, Optional<String> language) {
        NormalText text = normalizer.normalize(title.isBlank() ? body : title + "\n" + body);
        String spoken = ScriptLanguage.of(text.original(), language.orElse("und"));
        List<Hit> hits = Negation.withoutDenied(lexicon.find(text.text()), text.text());
        int titleEnd = title.isBlank() ? 0 : Math.max(0, text.text().indexOf('\n'));
        Scene scene = new Scene(
                text,
                spoken,
                new Span(0, titleEnd),
                hits,
                figureReader.read(text.text(), spoken, hits),
                priceText.flatMap(p -> listed(p, spoken)));
        List<Hit> vetoes = Judge.vetoes(scene);
        List<Offer> offers = new ArrayList<>();
        if (!Judge.vetoed(vetoes))
            for (Scene passage : scene.passages())
                offers(passage.withoutExtras(), vetoes).forEach(o -> merge(offers, o));
        return offers.isEmpty() ? List.of(negative(scene, vetoes)) : List.copyOf(offers);
    }

    private Optional<Figure.Money> listed(String priceText, String language) {
        String text = normalizer.normalize(priceText).text();
        Optional<String> currency = MoneyWords.inferred(language);
        for (Figure figure : figureReader.read(text, language, List.of())) {
            if (figure instanceof Figure.Money money) return Optional.of(money);
            if (figure instanceof Figure.Bare bare && currency.isPresent())
                return Optional.of(new Figure.Money(bare.value(), currency.get(), true, bare.start(), bare.end()));
        }
        return Optional.empty();
    }

    private List<Offer> offers(Scene passage, List<Hit> vetoes) {
        Kinds kinds = Kinds.of(passage.hits());
        List<Scene> apart = passage.offersApart();
        // One part that says it all states the numbers; the rest of the text may name others.
        List<Figure> figures = apart.size() == 1 ? apart.getFirst().figures() : passage.figures();
        Deal deal = deal(passage, figures, kinds);
        OfferLabel label = Judge.label(passage, deal);
        if (label == OfferLabel.NEGATIVE) return List.of();
        if (label != OfferLabel.SALE || apart.size() < 2) return List.of(offer(passage, label, kinds, deal, vetoes));
        return apart.stream()
                .map(part -> {
                    Kinds own = Kinds.of(part.hits());
                    return offer(part, label, own, deal(part, part.figures(), own), vetoes);
                })
                .toList();
    }

    private Deal deal(Scene scene, List<Figure> figures, Kinds kinds) {
        return dealReader.read(scene.text().text(), figures, kinds, scene.language(), scene.listed());
    }

    private static Offer offer(Scene scene, OfferLabel label, Kinds kinds, Deal deal, List<Hit> vetoes) {
        List<Reason> reasons = new ArrayList<>();
        NormalText text = scene.text();
        scene.hits().stream()
                .filter(h -> speaksFor(h.role(), label))
                .forEach(h -> reasons.add(text.reason(h.start(), h.end(), true)));
        deal.figures().forEach(f -> reasons.add(text.reason(f.start(), f.end(), true)));
        reasons.sort(Comparator.comparingInt(Reason::start));
        String quote = reasons.isEmpty() ? "" : quote(text.original(), reasons);
        vetoes.forEach(v -> reasons.add(text.reason(v.start(), v.end(), false)));
        return switch (label) {
            case SALE, WANTED -> new Offer(
                    label,
                    kinds.label(),
                    deal.persons(),
                    deal.images(),
                    deal.price(),
                    deal.pricePerFace(),
                    quote,
                    reasons);
            case TOOL -> service(label, "LIVENESS_TOOL", OptionalLong.empty(), deal, Price.Basis.TOTAL, quote, reasons);
            case LOOKUP -> service(
                    label, "LOOKUP_SERVICE", OptionalLong.of(1), deal, Price.Basis.PER_LOOKUP, quote, reasons);
            case NEGATIVE -> throw new IllegalArgumentException("a NEGATIVE offers nothing");
        };
    }

    /** Sells no faces, so there is no price of one. */
    private static Offer service(
            OfferLabel label,
            String kind,
            OptionalLong persons,
            Deal deal,
            Price.Basis basis,
            String quote,
            List<Reason> reasons) {
        Optional<Price> price = deal.price().map(p -> new Price(p.amount(), p.currency(), p.inferred(), basis));
        return new Offer(label, kind, persons, OptionalLong.empty(), price, Optional.empty(), quote, reasons);
    }

    private static boolean speaksFor(TermClass.Role role, OfferLabel label) {
        return switch (role) {
            case NOUN, VIEW -> true;
            case INTENT, PACK -> label != OfferLabel.WANTED;
            case SEEK -> label == OfferLabel.WANTED;
            case TOOL -> label == OfferLabel.TOOL;
            case LOOKUP -> label == OfferLabel.LOOKUP;
            case VETO, NEGATOR, NEUTRAL, MARK -> false;
        };
    }

    /** The author's words from the first reason to the last. */
    private static String quote(String original, List<Reason> ordered) {
        int end = ordered.stream().mapToInt(Reason::end).max().orElseThrow();
        return original.substring(ordered.getFirst().start(), end);
    }

    private static Offer negative(Scene scene, List<Hit> vetoes) {
        NormalText text = scene.text();
        Stream<Reason> against = scene.of(TermClass.Role.NOUN).stream()
                .map(h -> text.reason(h.start(), h.end(), false));
        List<Reason> reasons = Stream.concat(vetoes.stream().map(v -> text.reason(v.start(), v.end(), true)), against)
                .toList();
        return new Offer(
                OfferLabel.NEGATIVE,
                "",
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                reasons);
    }

    /** Titles repeat what the body says: of two statements of one offer the fuller one stays. */
    private static void merge(List<Offer> offers, Offer next) {
        for (int i = 0; i < offers.size(); i++) {
            Offer known = offers.get(i);
            boolean same = known.label() == next.label()
                    && agree(known.persons(), next.persons())
                    && agree(known.images(), next.images())
                    && known.price().map(Price::amount).map(BigDecimal::stripTrailingZeros)
                            .equals(next.price().map(Price::amount).map(BigDecimal::stripTrailingZeros));
            if (!same) continue;
            if (fullness(next) > fullness(known)) offers.set(i, next);
            return;
        }
        offers.add(next);
    }

    private static boolean agree(OptionalLong a, OptionalLong b) {
        return a.isEmpty() || b.isEmpty() || a.getAsLong() == b.getAsLong();
    }

    private static int fullness(Offer offer) {
        return (offer.persons().isPresent() ? 1 : 0) + (offer.images().isPresent() ? 1 : 0) + offer.reasons().size();
    }
}
