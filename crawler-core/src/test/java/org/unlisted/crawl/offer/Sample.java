package org.unlisted.crawl.offer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/** A text as a small lexicon reads it, which no work on the committed one changes. */
record Sample(NormalText typed, String language, Lexicon.Findings found) {
    private static final Lexicon WORDS = words();

    static Sample of(String typed, String language) {
        NormalText text = new TextNormalizer().normalize(typed);
        return new Sample(text, language, WORDS.find(text.text(), false));
    }

    private static Lexicon words() {
        try {
            return Lexicon.load(Path.of("src/test/resources/lexicon"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        return typed.text();
    }

    List<Hit> hits() {
        return found.hits();
    }

    MarkedText marked() {
        return new MarkedText(text(), hits(), found.marks());
    }

    Wording wording() {
        return new Wording(text(), found.marks());
    }

    Kinds kinds() {
        return Kinds.of(hits());
    }

    List<Figure> figures() {
        return new FigureReader(text(), language, hits(), found.marks()).read();
    }

    Deal deal() {
        return new DealReader(wording()).read(figures(), kinds(), Optional.empty());
    }

    Scene scene() {
        Span all = new Span(0, text().length());
        return new Scene(typed, language, all, new Span(0, 0), hits(), figures(), Optional.empty());
    }

    /** The first number. */
    NumberForms.Reading number() {
        Matcher number = NumberForms.in(text());
        if (!number.find()) throw new IllegalArgumentException("no number in '" + text() + "'");
        return NumberForms.read(number, language);
    }

    /** The figures in short: "500 PERSON", "per 1 IMAGE", "2 CNY", with a question mark where the currency is inferred. */
    List<String> said() {
        return said(figures());
    }

    static List<String> said(List<Figure> figures) {
        List<String> said = new ArrayList<>();
        for (Figure figure : figures)
            said.add(switch (figure) {
                case Figure.Count c -> plain(c.value()) + " " + c.unit();
                case Figure.Each e -> "per " + plain(e.per()) + " " + e.unit();
                case Figure.Money m -> plain(m.value()) + " " + m.currency() + (m.inferred() ? "?" : "");
                case Figure.Discount d -> "times " + plain(d.factor());
                case Figure.Bare b -> plain(b.value());
                case Figure.Aside a -> "aside";
            });
        return said;
    }

    static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
