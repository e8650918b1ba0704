package org.unlisted.crawl.offer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unlisted.crawl.listing.Listing;
import org.unlisted.crawl.listing.ScriptLanguage;

/**
 * Reads what a listing offers out of its words: Chinese, English, Vietnamese, Russian, or a mixture.
 *
 * <p>The words are data, see {@link #load}; grammar of numbers and money is code. Thread-safe.
 */
public final class OfferReader {
    // UTF-16 units. Longer texts are read piece by piece, so that memory does not grow with them.
    private static final int PIECE = 32_768;
    private final TextNormalizer normalizer = new TextNormalizer();
    private final Lexicon lexicon;
    private final Gist gist;
    private final Roles roles;
    private final Judge judge;

    OfferReader(Lexicon lexicon, Gist gist, Roles roles, Decision decision) {
        this.lexicon = lexicon;
        this.roles = roles;
        this.gist = gist;
        this.judge = new Judge(gist, decision);
    }

    /** The same reader with other weights. */
    OfferReader with(Decision decision) {
        return new OfferReader(lexicon, gist, roles, decision);
    }

    /**
     * A reader with the lexicon files ({@code *.yaml}) of a folder and its {@code decision.json}; what is made of them is
     * kept in the user's folder for caches, {@code $XDG_CACHE_HOME} or {@code ~/.cache}, for the next process.
     *
     * @throws IOException when there is none, or one has an unknown key; the message names the file
     */
    public static OfferReader load(Path lexiconDir) throws IOException {
        String home = Path.of(System.getProperty("user.home", "."), ".cache").toString();
        String caches = System.getenv().getOrDefault("XDG_CACHE_HOME", home);
        return load(lexiconDir, Path.of(caches.isBlank() ? home : caches, "unlisted", "lexicon"));
    }

    /**
     * The same, with another folder for what is kept.
     *
     * @param cache made where it is missing; where it cannot be, loading takes seconds instead of a fraction of one
     */
    public static OfferReader load(Path lexiconDir, Path cache) throws IOException {
        return new OfferReader(Lexicon.load(lexiconDir, cache), Gist.load(lexiconDir), Roles.load(lexiconDir), Decision.load(lexiconDir));
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
        if (body.length() <= PIECE) return reading(title, body, priceText, language).offers();
        List<Offer> offers = new ArrayList<>();
        int before = title.isBlank() ? 0 : title.length() + 1;
        for (int start = 0; start < body.length(); ) {
            int end = pieceEnd(body, start);
            String heading = start == 0 ? title : "";
            int shift = start == 0 ? 0 : before + start;
            for (Offer offer : reading(heading, body.substring(start, end), priceText, language).offers())
                if (offer.label() != OfferLabel.NEGATIVE || offers.isEmpty()) OfferMaker.merge(offers, offer.shifted(shift));
            start = end;
        }
        if (offers.size() > 1) offers.removeIf(o -> o.label() == OfferLabel.NEGATIVE);
        return List.copyOf(offers);
    }

    /** A piece ends at a line, else at a space, else where it is full; never inside a surrogate pair. */
    private static int pieceEnd(String body, int start) {
        int full = start + PIECE;
        if (full >= body.length()) return body.length();
        for (char gap : new char[] {'\n', ' '}) {
            int at = body.lastIndexOf(gap, full - 1);
            if (at > full - PIECE / 4) return at + 1;
        }
        return Character.isLowSurrogate(body.charAt(full)) ? full - 1 : full;
    }

    /** What the words of a text say for and against a sale: what the decision is learnt from. */
    Map<String, Double> evidence(String title, String body, Optional<String> priceText, Optional<String> language) {
        return reading(title, body, priceText, language).evidence();
    }

    private Reading reading(String title, String body, Optional<String> priceText, Optional<String> language) {
        NormalText text = normalizer.normalize(title.isBlank() ? body : title + "\n" + body);
        Tongue tongue = Tongue.of(text, ScriptLanguage.of(text.original(), language.orElse("und")));
        Lexicon.Findings found = lexicon.find(text.text(), tongue.toneless());
        List<Hit> hits = Negation.withoutDenied(found.hits(), text.text());
        Wording wording = new Wording(text.text(), found.marks());
        List<Figure> figures = figures(text.text(), tongue.language(), hits, found.marks(), wording);
        int titleEnd = title.isBlank() ? 0 : Math.max(0, text.text().indexOf('\n'));
        Scene scene = new Scene(
                text,
                tongue.language(),
                new Span(0, text.text().length()),
                new Span(0, titleEnd),
                hits,
                roles.settle(text.text(), tongue.language(), figures),
                priceText.flatMap(p -> listed(p, tongue.language())));
        return new Reading(scene, wording, judge);
    }

    private static List<Figure> figures(String text, String language, List<Hit> hits, Marks marks, Wording wording) {
        List<Figure> read = new FigureReader(text, language, hits, marks).read();
        return new BareSums(wording, language, hits).settle(new Echoes(text).settle(read));
    }

    /** What the rules made of the figures of a text: what roles are learnt from. */
    Figured figured(String title, String body, Optional<String> language) {
        NormalText text = normalizer.normalize(title.isBlank() ? body : title + "\n" + body);
        Tongue tongue = Tongue.of(text, ScriptLanguage.of(text.original(), language.orElse("und")));
        Lexicon.Findings found = lexicon.find(text.text(), tongue.toneless());
        List<Hit> hits = Negation.withoutDenied(found.hits(), text.text());
        Wording wording = new Wording(text.text(), found.marks());
        return new Figured(text.text(), tongue.language(), figures(text.text(), tongue.language(), hits, found.marks(), wording));
    }

    /** A normalised text and its figures. */
    record Figured(String text, String language, List<Figure> figures) {}

    /** The sum of a price field, and the unit that it is for: "20.00元/套". */
    private Optional<PriceLine> listed(String priceText, String language) {
        String text = normalizer.normalize(priceText).text();
        Optional<String> currency = MoneyWords.inferred(language);
        Marks marks = lexicon.find(text, false).marks();
        List<Figure> figures = new ArrayList<>(new FigureReader(text, language, List.of(), marks).read());
        for (int i = 0; i < figures.size(); i++) {
            if (figures.get(i) instanceof Figure.Money) break;
            if (figures.get(i) instanceof Figure.Bare bare && currency.isPresent() && bare.value().signum() > 0) {
                figures.set(i, new Figure.Money(bare.value(), currency.get(), true, bare.start(), bare.end()));
                break;
            }
        }
        return new PriceLines(new Wording(text, marks), figures).read().stream()
                .filter(l -> l.money().value().signum() > 0)
                .findFirst()
                .map(l -> PriceLine.of(l.money(), l.each()));
    }

    /** One text being read. */
    private static final class Reading {
        private final Scene scene;
        private final DealReader deals;
        private final Judge judge;
        private final Wording wording;

        Reading(Scene scene, Wording wording, Judge judge) {
            this.scene = scene;
            this.judge = judge;
            this.wording = wording;
            this.deals = new DealReader(wording);
        }

        List<Offer> offers() {
            List<Hit> vetoes = Judge.vetoes(scene);
            List<Offer> offers = new ArrayList<>();
            double doubt = 1;
            for (Scene part : scene.passages()) {
                Scene passage = part.withoutExtras();
                Kinds kinds = kinds(passage, Kinds.of(passage.hits()));
                Deal whole = deal(passage, kinds);
                Judge.Verdict verdict = judge.judge(passage, whole, vetoes);
                if (verdict.label() == OfferLabel.NEGATIVE) doubt = Math.min(doubt, verdict.confidence());
                else for (Offer offer : offers(passage, kinds, whole, verdict, vetoes)) OfferMaker.merge(offers, offer);
            }
            return offers.isEmpty() ? List.of(OfferMaker.negative(scene, vetoes, doubt)) : List.copyOf(offers);
        }

        /** Of the passage that speaks most clearly; of the whole text where no passage is about such goods. */
        Map<String, Double> evidence() {
            List<Hit> vetoes = Judge.vetoes(scene);
            List<Scene> passages = scene.passages().isEmpty() ? List.of(scene) : scene.passages();
            return passages.stream()
                    .map(Scene::withoutExtras)
                    .map(p -> judge.evidence(p, deal(p, kinds(p, Kinds.of(p.hits()))), vetoes))
                    .max(Comparator.comparingDouble(judge::likelihood))
                    .orElseThrow();
        }

        private List<Offer> offers(Scene passage, Kinds kinds, Deal whole, Judge.Verdict verdict, List<Hit> vetoes) {
            List<Scene> apart = verdict.label() == OfferLabel.SALE ? new Segments(wording).of(passage) : List.of();
            if (apart.isEmpty()) {
                // Who sells and names nothing else sells faces.
                boolean unnamed = kinds.nouns().isEmpty() && verdict.label() == OfferLabel.SALE;
                Kinds meant = unnamed ? Kinds.faces() : kinds;
                return List.of(OfferMaker.make(passage, verdict, meant, unnamed ? deal(passage, meant) : whole, vetoes, judge.heard(passage, verdict)));
            }
            List<Offer> offers = new ArrayList<>();
            for (Scene part : apart) {
                Kinds own = kinds(part, Kinds.ofPart(part.hits()));
                offers.add(OfferMaker.make(part, verdict, own, deal(part, own), vetoes, Optional.empty()));
            }
            return offers;
        }

        private Kinds kinds(Scene part, Kinds named) {
            if (named.isDocument() && wording.namesVideo(part.span())) return named.withVideo();
            if (named.isText() && wording.namesPictures(part.span())) return named.withFaces();
            return named.isMasked() && wording.namesBareFaces(part.span()) ? named.withFaces() : named;
        }

        private Deal deal(Scene part, Kinds kinds) {
            return deals.read(part.figures(), kinds, part.listed());
        }
    }
}
