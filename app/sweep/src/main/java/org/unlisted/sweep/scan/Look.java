package org.unlisted.sweep.scan;

import static java.util.Objects.requireNonNull;

import org.unlisted.sweep.match.ItemFinding;

/** What became of one file that was given to the workers. */
sealed interface Look {

    record Done(ItemFinding finding) implements Look {
        public Done {
            requireNonNull(finding, "finding");
        }
    }

    /** Two workers died of its batch, and one of it alone. */
    record Lost(String how) implements Look {
        public Lost {
            requireNonNull(how, "how");
        }
    }
}
