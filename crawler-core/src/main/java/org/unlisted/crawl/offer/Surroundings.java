package org.unlisted.crawl.offer;

import java.util.List;

/** What stands around a figure, as features of a {@link LinearModel}. */
final class Surroundings implements LinearModel.Features {
    private static final int WINDOW = 12; // characters, runs of digits counted as one
    private static final int LONGEST = 4;
    private static final char EMOJI = '☆'; // whichever it is
    /** Features of this prefix are few and sure; a model gives them more weight than it would a rare gram. */
    static final String SURE = "f:";

    private static final long PRIME = 0x100000001b3L;

    private final String text;
    private final String language;
    private final List<Figure> figures;
    private final int index;

    Surroundings(String text, String language, List<Figure> figures, int index) {
        this.text = text;
        this.language = language;
        this.figures = figures;
        this.index = index;
    }

    /** FNV-1a, 64 bits. */
    static long key(String feature) {
        long h = 0xcbf29ce484222325L;
        for (int i = 0; i < feature.length(); i++) h = (h ^ feature.charAt(i)) * PRIME;
        return h == 0 ? 1 : h;
    }

    /** The same as the keys of {@link #forEachName}, without making the names. */
    @Override
    public void forEach(LinearModel.Each each) {
        Windows w = windows();
        grams("l:", w.left(), each);
        grams("r:", w.right(), each);
        grams("m:", w.own(), each);
        for (int n = 0; n <= LONGEST + 1; n++) {
            each.feature(key("le:" + w.ending(n)), 1);
            each.feature(key("ri:" + w.beginning(n)), 1);
        }
        sure(name -> each.feature(key(name), 1));
    }

    private static void grams(String prefix, String window, LinearModel.Each each) {
        long begun = key(prefix);
        for (int at = 0; at < window.length(); at++) {
            long h = begun;
            for (int n = 1; n <= LONGEST && at + n <= window.length(); n++) {
                h = (h ^ window.charAt(at + n - 1)) * PRIME;
                each.feature(h == 0 ? 1 : h, 1);
            }
        }
    }

    /** Is told the name of a feature. */
    interface Named {
        void feature(String name);
    }

    void forEachName(Named named) {
        Windows w = windows();
        grams("l:", w.left(), named);
        grams("r:", w.right(), named);
        grams("m:", w.own(), named);
        for (int n = 0; n <= LONGEST + 1; n++) {
            named.feature("le:" + w.ending(n));
            named.feature("ri:" + w.beginning(n));
        }
        sure(named);
    }

    /** What stands left and right of the figure, and the figure itself. */
    private record Windows(String left, String right, String own) {

        /** The last characters before the figure. */
        String ending(int n) {
            return left.length() >= n ? left.substring(left.length() - n) : "^" + left;
        }

        /** The first characters behind it. */
        String beginning(int n) {
            return right.length() >= n ? right.substring(0, n) : right + "$";
        }
    }

    private Windows windows() {
        Figure f = figures.get(index);
        String left = collapsed(text.substring(Math.max(0, f.start() - 3 * WINDOW), f.start()));
        String right = collapsed(text.substring(f.end(), Math.min(text.length(), f.end() + 3 * WINDOW)));
        return new Windows(
                left.substring(Math.max(0, left.length() - WINDOW)),
                right.substring(0, Math.min(WINDOW, right.length())),
                collapsed(text.substring(f.start(), f.end())));
    }

    private void sure(Named named) {
        Figure f = figures.get(index);
        String type = type(f);
        named.feature(SURE + type);
        named.feature(SURE + type + " " + language);
        named.feature(SURE + type + " after " + (index > 0 ? type(figures.get(index - 1)) : "nothing"));
        named.feature(SURE + type + " before " + (index + 1 < figures.size() ? type(figures.get(index + 1)) : "nothing"));
        double value = Roles.value(f).doubleValue();
        named.feature(SURE + type + " of 10^" + (value <= 0 ? 0 : (int) Math.floor(Math.log10(value))));
        named.feature(SURE + type + (first(type) ? " first" : " later"));
        named.feature(SURE + type + (counted() ? " with stock" : " without stock"));
    }

    private boolean first(String type) {
        for (int i = 0; i < index; i++) if (type(figures.get(i)).equals(type)) return false;
        return true;
    }

    private boolean counted() {
        for (int i = 0; i < figures.size(); i++)
            if (i != index && figures.get(i) instanceof Figure.Count c && c.value().intValue() >= 20) return true;
        return false;
    }

    private static String type(Figure f) {
        return switch (f) {
            case Figure.Count c -> "count " + c.unit();
            case Figure.Money m -> m.inferred() ? "sum?" : "sum";
            case Figure.Bare b -> "bare";
            case Figure.Each e -> "each";
            case Figure.Discount d -> "discount";
            case Figure.Aside a -> "aside";
        };
    }

    private static void grams(String prefix, String window, Named named) {
        for (int at = 0; at < window.length(); at++)
            for (int n = 1; n <= LONGEST && at + n <= window.length(); n++) named.feature(prefix + window.substring(at, at + n));
    }

    private static String collapsed(String part) {
        StringBuilder s = new StringBuilder();
        for (int i = 0; i < part.length(); i++) {
            char c = Character.isDigit(part.charAt(i)) ? '0' : part.charAt(i) == '\n' ? '¶' : part.charAt(i);
            if (Character.isHighSurrogate(c)) continue;
            if (Character.isLowSurrogate(c)) c = EMOJI;
            if (c == '\t' || (c == '0' && s.length() > 0 && s.charAt(s.length() - 1) == '0')) continue;
            s.append(c);
        }
        return s.toString();
    }
}
