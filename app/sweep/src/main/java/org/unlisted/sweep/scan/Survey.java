package org.unlisted.sweep.scan;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.unlisted.crawl.likeness.PdqHash;
import org.unlisted.crawl.likeness.PdqIndex;
import org.unlisted.sweep.bundle.Bundle;
import org.unlisted.sweep.bundle.BundleItem;
import org.unlisted.sweep.bundle.BundleVisitor;
import org.unlisted.sweep.bundle.Refused;

/**
 * Counts the different pictures of a bundle before any face is looked for: whoever hands in a few pictures asks "who is
 * this?". The same bytes count once, and so do pictures that look alike; tiny, plain and unreadable ones do not count.
 */
final class Survey {
    /** From so many on it is a bundle. */
    static final int BUNDLE = 20;

    private final Bundle bundle;
    private final Crew crew;

    Survey(Bundle bundle, Crew crew) {
        this.bundle = bundle;
        this.crew = crew;
    }

    /** How many there are, or {@value #BUNDLE} where there are more. */
    int pictures() throws IOException {
        Counting counting = new Counting();
        bundle.walk(counting);
        return counting.looks.size();
    }

    private final class Counting implements BundleVisitor {
        private final Set<String> bytes = new HashSet<>();
        private final PdqIndex looks = new PdqIndex();

        @Override
        public boolean wants(String name, long size) {
            return true;
        }

        @Override
        public void found(BundleItem item) throws IOException {
            if (!bytes.add(item.sha256())) return;
            crew.readable(item)
                    .ifPresent(picture -> looks.addUnlessNear(PdqHash.parse(picture.pdq()), PdqIndex.DEFAULT_DISTANCE));
            if (looks.size() >= BUNDLE) throw new Enough();
        }

        @Override
        public void refused(Refused refused) {}
    }
}
