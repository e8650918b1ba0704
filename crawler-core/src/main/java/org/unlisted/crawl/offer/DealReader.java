package org.unlisted.crawl.offer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/** Fits the figures of one offer together: how many, for how much, per what. Immutable. */
final class DealReader {
    private static final Pattern TOUCHING = Pattern.compile("[\\s/=:]{0,2}");
    private static final Pattern RATIO = Pattern.compile("\\s?(?:[有含共=:]|of)?\\s?");
    private static final Pattern SAME_CLAUSE = Pattern.compile("[^,;。\\n]{0,12}");
    // More pictures than this is stock, not what one person's set holds.
    private static final BigDecimal LARGEST_SET = BigDecimal.valueOf(20);

    private final FigureReader marks;

    DealReader(FigureReader marks) {
        this.marks = marks;
    }

    /**
     * Reads one offer.
     *
     * @param figures of this offer only, in order
     * @param listed  the price field of the page, used when the words name no price
     */
    Deal read(String text, List<Figure> figures, Kinds kinds, String language, Optional<Figure.Money> listed) {
        List<Figure> rest = new ArrayList<>(figures);
        Optional<BigDecimal> perSet = takeRatio(text, rest);
        settleBare(text, rest, language);
        boolean tiered = dropTiers(text, rest);
        Quantity quantity = Quantity.of(rest, kinds, perSet);
        List<Priced> prices = prices(text, rest, quantity, kinds);
        if (prices.isEmpty())
            listed.ifPresent(m -> prices.add(new Priced(m, Price.Basis.TOTAL)));
        Optional<Priced> best = cheapest(prices, quantity);
        if (quantity.empty() && best.filter(p -> p.basis() == Price.Basis.PER_PERSON).isPresent())
            quantity = quantity.onePerson(); // sold one by one: a payment buys one person's set
        List<Figure> used = new ArrayList<>(quantity.figures());
        best.map(Priced::money).filter(rest::contains).ifPresent(used::add);
        Quantity whole = quantity;
        return new Deal(
                quantity.persons(),
                quantity.images(),
                best.map(Priced::price),
                best.flatMap(p -> whole.perFace(p.money().value(), p.basis())),
                tiered,
                List.copyOf(used));
    }

    /** 一套三张, 3 photos per set: how many pictures one person has. */
    private static Optional<BigDecimal> takeRatio(String text, List<Figure> rest) {
        for (int i = 0; i + 1 < rest.size(); i++) {
            Figure left = rest.get(i);
            Figure right = rest.get(i + 1);
            if (!RATIO.matcher(text.substring(left.end(), Math.max(left.end(), right.start()))).matches()) continue;
            Figure images = left instanceof Figure.Each ? right : left;
            Figure unit = left instanceof Figure.Each ? left : right;
            if (images instanceof Figure.Count c
                    && c.unit() == Figure.Unit.IMAGE
                    && c.value().compareTo(LARGEST_SET) <= 0
                    && unit instanceof Figure.Each e
                    && e.unit() == Figure.Unit.PERSON) {
                rest.remove(images);
                return Optional.of(c.value());
            }
        }
        return Optional.empty();
    }

    /** A bare number beside a unit is its price: 25一条; right after a quantity as well: 10条220. */
    private static void settleBare(String text, List<Figure> rest, String language) {
        Optional<String> currency = MoneyWords.inferred(language);
        if (currency.isEmpty()) return;
        for (int i = 0; i < rest.size(); i++) {
            if (!(rest.get(i) instanceof Figure.Bare b)) continue;
            boolean each = eachAt(rest, i + 1).filter(e -> touch(text, b, e)).isPresent()
                    || eachAt(rest, i - 1).filter(e -> touch(text, e, b)).isPresent();
            boolean glued = i > 0 && rest.get(i - 1) instanceof Figure.Count c && c.end() == b.start();
            if (each || glued) rest.set(i, new Figure.Money(b.value(), currency.get(), true, b.start(), b.end()));
        }
    }

    /** Takes out discounts for larger quantities and smallest orders; says whether there were any. */
    private boolean dropTiers(String text, List<Figure> rest) {
        Set<BigDecimal> tiers = new HashSet<>();
        List<Figure> drop = new ArrayList<>();
        for (int i = 0; i < rest.size(); i++) {
            Figure figure = rest.get(i);
            boolean marked = !(figure instanceof Figure.Each)
                    && (marks.endsWith(TermClass.TIER_BEFORE, text, figure.start())
                            || marks.startsWith(TermClass.TIER_AFTER, text, figure.end()));
            boolean repeated = figure instanceof Figure.Count c && tiers.contains(c.value());
            if (!marked && !repeated) continue;
            drop.add(figure);
            if (figure instanceof Figure.Count c) tiers.add(c.value());
            if (figure instanceof Figure.Money) continue;
            if (i + 1 < rest.size()
                    && rest.get(i + 1) instanceof Figure.Money next
                    && SAME_CLAUSE.matcher(text.substring(figure.end(), next.start())).matches()) drop.add(next);
        }
        long money = rest.stream().filter(Figure.Money.class::isInstance).count();
        long dropped = drop.stream().filter(Figure.Money.class::isInstance).count();
        // With no other price the tier's is the offer's.
        if (money == dropped) drop.removeIf(Figure.Money.class::isInstance);
        rest.removeAll(drop);
        return !drop.isEmpty();
    }

    private static List<Priced> prices(String text, List<Figure> rest, Quantity quantity, Kinds kinds) {
        List<Priced> prices = new ArrayList<>();
        for (int at = 0; at < rest.size(); at++) {
            int i = at;
            if (!(rest.get(i) instanceof Figure.Money money)) continue;
            Optional<Figure.Unit> unit = eachAt(rest, i + 1)
                    .filter(e -> touch(text, money, e))
                    .or(() -> eachAt(rest, i - 1).filter(e -> touch(text, e, money)))
                    .map(Figure.Each::unit);
            prices.add(new Priced(money, unit.map(u -> quantity.basis(u, kinds)).orElse(Price.Basis.TOTAL)));
        }
        return prices;
    }

    private static Optional<Figure.Each> eachAt(List<Figure> figures, int index) {
        return index >= 0 && index < figures.size() && figures.get(index) instanceof Figure.Each each
                ? Optional.of(each)
                : Optional.empty();
    }

    private static boolean touch(String text, Figure left, Figure right) {
        return left.end() <= right.start() && TOUCHING.matcher(text.substring(left.end(), right.start())).matches();
    }

    /** Sellers name a unit price and a lower one for the lot: the lowest per face is reported. */
    private static Optional<Priced> cheapest(List<Priced> prices, Quantity quantity) {
        if (prices.isEmpty()) return Optional.empty();
        String currency = prices.getFirst().money().currency();
        return prices.stream()
                .filter(p -> p.money().currency().equals(currency))
                .filter(p -> quantity.perFace(p.money().value(), p.basis()).isPresent())
                .min(Comparator.comparing(p -> quantity.perFace(p.money().value(), p.basis()).orElseThrow()))
                .or(() -> Optional.of(prices.getFirst()));
    }

    private record Priced(Figure.Money money, Price.Basis basis) {
        Price price() {
            return new Price(money.value(), money.currency(), money.inferred(), basis);
        }
    }

    /** How many people and pictures, and the figures that say so. */
    private record Quantity(OptionalLong persons, OptionalLong images, List<Figure> figures) {

        static Quantity of(List<Figure> rest, Kinds kinds, Optional<BigDecimal> perSet) {
            OptionalLong persons = OptionalLong.empty();
            OptionalLong images = OptionalLong.empty();
            List<Figure> used = new ArrayList<>();
            for (Figure figure : rest) {
                if (!(figure instanceof Figure.Count c) || c.value().precision() - c.value().scale() > 12) continue;
                long n = c.value().longValue();
                if (n < 2) continue;
                used.add(c);
                boolean goods = c.unit() == Figure.Unit.GOODS || c.unit() == Figure.Unit.PIECE;
                boolean picture = c.unit() == Figure.Unit.IMAGE
                        || c.unit() == Figure.Unit.FACE
                        || (goods && kinds.portraitsOnly());
                boolean person = c.unit() == Figure.Unit.PERSON
                        || c.unit() == Figure.Unit.FACE
                        || (goods && !kinds.portraitsOnly());
                if (person) persons = OptionalLong.of(Math.max(n, persons.orElse(0)));
                if (picture) images = OptionalLong.of(Math.max(n, images.orElse(0)));
            }
            if (persons.isPresent() && images.isPresent() && images.getAsLong() < persons.getAsLong()) {
                if (perSet.isEmpty()) perSet = Optional.of(BigDecimal.valueOf(images.getAsLong()));
                images = OptionalLong.empty(); // "500 people, 3 photos": the photos of one
            }
            if (persons.isPresent() && images.isEmpty()) {
                long each = perSet.map(BigDecimal::longValue)
                        .orElse(kinds.views().size() > 1 ? kinds.views().size() : kinds.portraitsOnly() ? 1L : 0L);
                if (each > 0) images = OptionalLong.of(persons.getAsLong() * each);
            }
            return new Quantity(persons, images, used);
        }

        boolean empty() {
            return persons.isEmpty() && images.isEmpty();
        }

        Quantity onePerson() {
            return new Quantity(OptionalLong.of(1), images, figures);
        }

        Price.Basis basis(Figure.Unit unit, Kinds kinds) {
            return switch (unit) {
                case PERSON -> Price.Basis.PER_PERSON;
                case IMAGE -> Price.Basis.PER_IMAGE;
                case FACE, GOODS, PIECE -> persons.isEmpty() && kinds.portraitsOnly()
                        ? Price.Basis.PER_IMAGE
                        : Price.Basis.PER_PERSON;
            };
        }

        Optional<BigDecimal> perFace(BigDecimal amount, Price.Basis basis) {
            return switch (basis) {
                case PER_PERSON -> Optional.of(amount);
                case PER_IMAGE -> {
                    if (persons.isEmpty() || images.isEmpty()) yield Optional.of(amount);
                    BigDecimal whole = amount.multiply(BigDecimal.valueOf(images.getAsLong()));
                    yield Optional.of(Ratio.of(whole, persons.getAsLong()));
                }
                case TOTAL -> persons.isPresent()
                        ? Optional.of(Ratio.of(amount, persons.getAsLong()))
                        : images.isPresent() ? Optional.of(Ratio.of(amount, images.getAsLong())) : Optional.empty();
                case PER_LOOKUP -> Optional.empty();
            };
        }
    }
}
