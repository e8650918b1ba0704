package org.unlisted.crawl.offer;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** 一套三张, 每人5图, 4 photos per person: how many pictures one person has, which is no stock. */
final class Ratios {
    // More pictures than this is stock, not what one person's set holds.
    private static final BigDecimal LARGEST_SET = BigDecimal.valueOf(60);
    private final Wording wording;

    Ratios(Wording wording) {
        this.wording = wording;
    }

    /** Takes the figures of a ratio out of the list. */
    Optional<BigDecimal> take(List<Figure> rest, Kinds kinds) {
        if (kinds.stills() && !kinds.views().contains(View.BACK) && (onePicture(rest) || (!kinds.portraitsOnly() && wording.onlyOnePicture()))) return Optional.of(BigDecimal.ONE);
        if (kinds.portraitsOnly() && wording.severalPictures()) return Optional.of(BigDecimal.ZERO); // nobody knows how many in all
        for (int i = 0; i + 1 < rest.size(); i++) {
            Figure left = rest.get(i);
            Figure right = rest.get(i + 1);
            Figure.Count images;
            Figure.Each unit;
            boolean after; // the unit, as in "4 photos each"
            if (left instanceof Figure.Each e && right instanceof Figure.Count c) {
                unit = e;
                images = c;
                after = false;
            } else if (left instanceof Figure.Count c && right instanceof Figure.Each e) {
                unit = e;
                images = c;
                after = true;
            } else continue;
            boolean one = unit.per().compareTo(BigDecimal.ONE) == 0;
            boolean person = unit.unit() == Figure.Unit.PERSON || (unit.unit() == Figure.Unit.PIECE && after);
            boolean still = images.unit() == Figure.Unit.IMAGE || (images.unit() == Figure.Unit.GOODS && kinds.portraitsOnly()) || (kinds.stills() && wording.countsScans(images));
            if (!one || !person || !still || images.value().compareTo(LARGEST_SET) > 0) continue;
            if (!wording.ratio(left, right)) continue;
            rest.remove(images);
            if (at(rest, i).equals(unit)) rest.remove(unit);
            return Optional.of(images.value());
        }
        return Optional.empty();
    }

    /** 一人一张, "one per visitor": as many people as pictures. */
    private boolean onePicture(List<Figure> rest) {
        for (int i = 0; i < rest.size(); i++) {
            if (!(rest.get(i) instanceof Figure.Each e) || (e.unit() != Figure.Unit.PERSON && e.unit() != Figure.Unit.IMAGE)) continue;
            if (e.unit() == Figure.Unit.PERSON && wording.onePer(e)) {
                rest.remove(i);
                return true;
            }
            Figure.Unit other = e.unit() == Figure.Unit.PERSON ? Figure.Unit.IMAGE : Figure.Unit.PERSON;
            boolean pair = i + 1 < rest.size() && rest.get(i + 1) instanceof Figure.Each p
                    && p.unit() == other && wording.ratio(e, p);
            if (!pair) continue;
            rest.remove(i + 1);
            rest.remove(i);
            return true;
        }
        return false;
    }

    private static Figure at(List<Figure> figures, int i) {
        return figures.get(Math.min(i, figures.size() - 1));
    }
}
