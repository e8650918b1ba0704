package org.unlisted.crawl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.unlisted.crawl.offer.OfferReader;

/** The reader with the lexicon of this repository, loaded once for all tests: it takes seconds and some hundred megabytes. */
public final class CommittedReader {
    private CommittedReader() {}

    public static OfferReader get() {
        return Holder.READER;
    }

    private static final class Holder {
        private static final OfferReader READER = load();

        private static OfferReader load() {
            try {
                return OfferReader.load(Path.of("../config/lexicon"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
