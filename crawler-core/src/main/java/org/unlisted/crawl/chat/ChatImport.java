package org.unlisted.crawl.chat;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What came of reading an export. The messages themselves went to the {@link MessageSink}. */
public sealed interface ChatImport {

    /**
     * @param files   what was read, in the order it was read
     * @param skipped one line for each kind of thing that could not be read, or was read on a guess: file, what, ids
     */
    record Read(List<ReadFile> files, List<String> skipped) implements ChatImport {
        public Read {
            files = List.copyOf(files);
            skipped = List.copyOf(skipped);
        }

        /** Messages with words or pictures, wanted or not. */
        public long messages() {
            return files.stream().mapToLong(ReadFile::messages).sum();
        }
    }

    /** Not an export of a kind we know, or broken at its root; the reason names the file and what to do. */
    record Refused(String reason) implements ChatImport {
        public Refused {
            requireNonNull(reason, "reason");
        }
    }
}
