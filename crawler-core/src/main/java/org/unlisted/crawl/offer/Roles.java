package org.unlisted.crawl.offer;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which part a number plays, by the sound of what stands around it: a second opinion on what {@link FigureReader} made
 * of it, for the wordings that no rule foresees ("forty-five a soul", "按条18"). Immutable.
 */
final class Roles {
    static final String FILE = "roles.tsv";
    // The rules are right more often than not: only a clear contradiction overrules them.
    private static final double CLEAR = 0.6;
    private static final double FAIR = 0.35;
    private static final double FEWEST = 2;
    private static final Set<Role> STOCK = EnumSet.of(Role.PERSONS, Role.IMAGES);
    private static final Set<Role> PRICE = EnumSet.of(Role.PRICE_OF_ONE, Role.PRICE_OF_ALL);
    private static final List<Set<Role>> GROUPS = List.of(
            STOCK, PRICE, EnumSet.of(Role.VOLUME), EnumSet.of(Role.VOLUME_PRICE), EnumSet.of(Role.OTHER));

    private final LinearModel<Role> model;

    /** What a number says of an offer. */
    enum Role { PERSONS, IMAGES, PRICE_OF_ONE, PRICE_OF_ALL, VOLUME, VOLUME_PRICE, OTHER }

    Roles(LinearModel<Role> model) {
        this.model = model;
    }

    /** Reads {@value #FILE} of the lexicon's folder, see {@link LinearModel#load}. */
    static Roles load(Path folder) throws IOException {
        return new Roles(LinearModel.load(folder.resolve(FILE), Role.class, Surroundings::key));
    }

    /** The figures with their parts settled. */
    List<Figure> settle(String text, String language, List<Figure> figures) {
        Optional<String> currency = figures.stream()
                .filter(f -> f instanceof Figure.Money m && !m.inferred())
                .map(f -> ((Figure.Money) f).currency())
                .findFirst()
                .or(() -> MoneyWords.inferred(language));
        List<Map<Role, Double>> heard = new ArrayList<>();
        List<Figure> out = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            Figure f = figures.get(i);
            heard.add(hasRole(f) ? model.likelihoods(new Surroundings(text, language, figures, i)) : Map.of());
            Map<Role, Double> likely = heard.getLast();
            Optional<Role> clear = GROUPS.stream().filter(g -> sum(likely, g) >= CLEAR).findFirst().map(g -> likeliest(likely, g));
            out.add(clear.map(r -> as(r, f, currency)).orElse(f));
        }
        if (out.stream().noneMatch(Figure.Money.class::isInstance)) likeliestBare(figures, heard, PRICE).ifPresent(i -> out.set(i, as(likeliest(heard.get(i), PRICE), figures.get(i), currency)));
        if (out.stream().noneMatch(Figure.Count.class::isInstance)) likeliestBare(figures, heard, STOCK).ifPresent(i -> out.set(i, as(likeliest(heard.get(i), STOCK), figures.get(i), currency)));
        return out;
    }

    /** Where nothing else can be the price, or the stock, a fair likelihood is enough. */
    private static Optional<Integer> likeliestBare(List<Figure> figures, List<Map<Role, Double>> heard, Set<Role> group) {
        return IntStream.range(0, figures.size())
                .filter(i -> figures.get(i) instanceof Figure.Bare && sum(heard.get(i), group) >= FAIR)
                .boxed()
                .max(Comparator.comparingDouble(i -> sum(heard.get(i), group)));
    }

    private static double sum(Map<Role, Double> likely, Set<Role> group) {
        return group.stream().mapToDouble(r -> likely.getOrDefault(r, 0.0)).sum();
    }

    private static Role likeliest(Map<Role, Double> likely, Set<Role> group) {
        return Collections.max(group, Comparator.comparingDouble(r -> likely.getOrDefault(r, 0.0)));
    }

    /** Numbers whose part is in question; units and discounts are what they are. */
    static boolean hasRole(Figure f) {
        return f instanceof Figure.Count || f instanceof Figure.Money || f instanceof Figure.Bare;
    }

    /** The number of a figure. */
    static BigDecimal value(Figure f) {
        return switch (f) {
            case Figure.Count c -> c.value();
            case Figure.Money m -> m.value();
            case Figure.Bare b -> b.value();
            case Figure.Each e -> e.per();
            case Figure.Discount d -> d.factor();
            case Figure.Aside a -> BigDecimal.ZERO;
        };
    }

    private static Figure as(Role role, Figure f, Optional<String> currency) {
        return switch (role) {
            case PERSONS -> count(f, Figure.Unit.PERSON);
            case IMAGES -> count(f, Figure.Unit.IMAGE);
            case PRICE_OF_ONE -> money(f, currency, Figure.Sense.ONE);
            case PRICE_OF_ALL -> money(f, currency, Figure.Sense.ALL);
            case VOLUME_PRICE -> money(f, currency, Figure.Sense.VOLUME);
            case VOLUME -> f;
            case OTHER -> f instanceof Figure.Bare ? new Figure.Aside(f.start(), f.end()) : f;
        };
    }

    private static Figure count(Figure f, Figure.Unit unit) {
        BigDecimal value = value(f);
        if (f instanceof Figure.Money) return f;
        if (value.doubleValue() < FEWEST || value.stripTrailingZeros().scale() > 0) return f;
        if (f instanceof Figure.Count c && c.unit() != Figure.Unit.PERSON && c.unit() != Figure.Unit.IMAGE) return f;
        return new Figure.Count(value, unit, f.start(), f.end());
    }

    private static Figure money(Figure f, Optional<String> currency, Figure.Sense sense) {
        if (f instanceof Figure.Money m) return m.as(sense);
        if (!(f instanceof Figure.Bare b) || currency.isEmpty() || b.value().compareTo(BigDecimal.ONE) == 0) return f;
        return new Figure.Money(b.value(), currency.get(), true, b.start(), b.end(), sense);
    }
}
