package org.unlisted.crawl.lucene;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a query can ask about a text.
 *
 * <p>Sellers mix scripts inside one word and strew dots and spaces between characters, and it is on exactly that that
 * segmentation by a word list breaks. So {@link #TEXT}, the default, takes each Han character for a word and a Chinese
 * word for the phrase of its characters: it is found in {@code 身.份.证} and beside Latin letters ({@code 加vx}), at
 * the price of matches across the border of two words. Who wants those gone asks {@link #ZH}, which SmartCN cuts into
 * words. A query may ask both. Bigrams, the usual middle way, would give a phrase of two scripts other positions in a
 * query than in a text.
 */
enum QueryField {
    /** Title and body by ICU, whatever the language: no marks, no case; each Han character a word; simplified. */
    TEXT("text"),
    /** As {@link #TEXT}, the title alone. */
    TITLE("title"),
    /** Title and body by SmartCN: Chinese words as its dictionary and hidden Markov model see them; simplified. */
    ZH("zh"),
    /** Title and body between blanks, with marks, punctuation and traditional characters: handles, links, prices. */
    EXACT("exact");

    private final String key;

    QueryField(String key) {
        this.key = key;
    }

    static Optional<QueryField> find(String key) {
        return Arrays.stream(values()).filter(f -> f.key.equals(key)).findFirst();
    }

    String key() {
        return key;
    }

    /** Whether a Han character is a word here, so that no word has two and a wildcard after two finds nothing. */
    boolean isHanOneByOne() {
        return switch (this) {
            case TEXT, TITLE -> true;
            case ZH, EXACT -> false;
        };
    }
}
