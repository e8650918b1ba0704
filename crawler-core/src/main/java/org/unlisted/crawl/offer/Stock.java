package org.unlisted.crawl.offer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** How many people and pictures are in stock, and the figures that say so. */
record Stock(OptionalLong persons, OptionalLong images, List<Figure> figures) {
    // 四件, two files: fewer pieces are parts of a set, not stock.
    private static final int MOST_OF_ONE = 10;
    private static final int FEWEST_PIECES = 6;
    private static final int LARGEST_SET = 60;

    Stock {
        figures = List.copyOf(figures);
    }

    /**
     * Adds up what counts say.
     *
     * @param counts of the stock alone: no smallest orders, no tiers
     * @param perSet pictures of one person, where the text says it
     */
    static Stock of(List<Figure.Count> counts, Kinds kinds, Optional<BigDecimal> perSet) {
        OptionalLong persons = OptionalLong.empty();
        OptionalLong images = OptionalLong.empty();
        List<Figure> used = new ArrayList<>();
        for (Figure.Count c : counts) {
            if (!c.countable()) continue;
            long n = c.value().longValue();
            boolean goods = c.unit() == Figure.Unit.GOODS || c.unit() == Figure.Unit.PIECE;
            boolean ofOne = goods && n >= 2 && n <= MOST_OF_ONE && kinds.portraitsOnly() && perSet.isEmpty() && counts.stream().anyMatch(o -> o.unit() == Figure.Unit.PERSON && o.value().compareTo(BigDecimal.valueOf(20)) >= 0);
            if (ofOne) perSet = Optional.of(c.value()); // "3600 people, 2 selfies"
            if (n < (goods ? FEWEST_PIECES : 2) || ofOne) continue;
            used.add(c);
            boolean portraits = kinds.portraitsOnly() && !(kinds.records() && c.unit() == Figure.Unit.PIECE);
            boolean picture = c.unit() == Figure.Unit.IMAGE
                    || (c.unit() == Figure.Unit.FACE && kinds.stills())
                    || (goods && portraits);
            boolean person = c.unit() == Figure.Unit.PERSON
                    || c.unit() == Figure.Unit.FACE
                    || (goods && !portraits);
            if (person) persons = OptionalLong.of(Math.max(n, persons.orElse(0)));
            if (picture) images = OptionalLong.of(Math.max(n, images.orElse(0)));
        }
        if (persons.isPresent() && images.isPresent() && images.getAsLong() < persons.getAsLong()) {
            if (perSet.isEmpty() && images.getAsLong() <= LARGEST_SET) perSet = Optional.of(BigDecimal.valueOf(images.getAsLong()));
            images = OptionalLong.empty(); // "500 people, 3 photos": the photos of one
        }
        if (persons.isEmpty() && images.isPresent() && images.getAsLong() <= MOST_OF_ONE && !kinds.portraitsOnly()) {
            if (perSet.isEmpty()) perSet = Optional.of(BigDecimal.valueOf(images.getAsLong()));
            images = OptionalLong.empty(); // 手持料(三张): the pictures of one set
        }
        if (persons.isEmpty() && images.isPresent() && perSet.filter(p -> p.signum() > 0).isPresent())
            persons = OptionalLong.of(BigDecimal.valueOf(images.getAsLong()).divide(perSet.get(), java.math.RoundingMode.DOWN).longValue());
        if (persons.isPresent() && images.isEmpty()) {
            BigDecimal each = perSet.orElse(BigDecimal.valueOf(kinds.picturesOfOne()));
            long total = each.multiply(BigDecimal.valueOf(persons.getAsLong())).longValue();
            if (total > 0) images = OptionalLong.of(total);
        }
        return new Stock(persons, images, used);
    }

    boolean empty() {
        return persons.isEmpty() && images.isEmpty();
    }

    /** What the price for one buys. */
    Price.Basis basis(Figure.Unit unit, Kinds kinds) {
        return switch (unit) {
            case PERSON -> Price.Basis.PER_PERSON;
            case IMAGE -> kinds.stills() ? Price.Basis.PER_IMAGE : Price.Basis.PER_PERSON;
            case FACE, GOODS, PIECE -> kinds.portraitsOnly() && !kinds.records() && !countsPeople() && (persons.isEmpty() || (images.equals(persons) && unit != Figure.Unit.FACE))
                    ? Price.Basis.PER_IMAGE
                    : Price.Basis.PER_PERSON;
        };
    }

    private boolean countsPeople() {
        return figures.stream().anyMatch(f -> f instanceof Figure.Count c && c.unit() == Figure.Unit.PERSON);
    }

    /** Price of one face, see {@link Offer#pricePerFace}. */
    Optional<BigDecimal> perFace(BigDecimal amount, Price.Basis basis) {
        return switch (basis) {
            case PER_PERSON -> Optional.of(amount);
            case PER_IMAGE -> {
                if (persons.isEmpty() || images.isEmpty()) yield Optional.of(amount);
                BigDecimal whole = amount.multiply(BigDecimal.valueOf(images.getAsLong()));
                yield Optional.of(Ratio.of(whole, persons.getAsLong()));
            }
            case TOTAL -> size() > 0 ? Optional.of(Ratio.of(amount, size())) : Optional.empty();
            case PER_LOOKUP -> Optional.empty();
        };
    }

    /** People where they are known, else pictures; 0 where neither is. */
    long size() {
        return persons.orElse(images.orElse(0));
    }

    /** How many of what a price for one is for. */
    long sold(Price.Basis basis) {
        return basis == Price.Basis.PER_IMAGE ? images.orElse(persons.orElse(0)) : size();
    }
}
