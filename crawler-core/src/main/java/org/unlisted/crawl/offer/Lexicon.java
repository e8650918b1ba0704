package org.unlisted.crawl.offer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All terms of all languages: sellers mix them, so a text is read with every one. Immutable. */
final class Lexicon {
    private static final Logger LOG = LoggerFactory.getLogger(Lexicon.class);
    private static final int WORTH_KEEPING = 1_000; // nodes: made in less time than a file is written in
    private final TermFinder finder;

    private Lexicon(TermFinder finder) {
        this.finder = finder;
    }

    /**
     * Reads every {@code *.yaml} file of a folder.
     *
     * @throws IOException when there is none, or one has an unknown key or class; the message names the file
     */
    static Lexicon load(Path folder) throws IOException {
        return new Lexicon(new LexiconSources(folder).terms());
    }

    /**
     * The same, by what an earlier process made of the same files.
     *
     * @param cache a folder to keep that in; where it cannot be used the files are read all the same
     */
    static Lexicon load(Path folder, Path cache) throws IOException {
        LexiconSources sources = new LexiconSources(folder);
        String name = "lexicon-%08x.bin".formatted(folder.toAbsolutePath().normalize().hashCode());
        LexiconFile file = new LexiconFile(cache.resolve(name), sources.key());
        Optional<TermFinder> known = kept(file);
        if (known.isPresent()) return new Lexicon(known.get());
        TermFinder made = sources.terms();
        if (made.anchors().nodes().lists().length >= WORTH_KEEPING) keep(made, file);
        return new Lexicon(made);
    }

    private static Optional<TermFinder> kept(LexiconFile file) {
        try {
            return file.find();
        } catch (IOException e) {
            LOG.debug("lexicon cache not read: {}", e.toString());
            return Optional.empty();
        }
    }

    private static void keep(TermFinder made, LexiconFile file) {
        try {
            file.write(made);
        } catch (IOException e) {
            LOG.debug("lexicon cache not written: {}", e.toString());
        }
    }

    /** Terms and marks in a normalised text; of overlapping terms the longest stays, marks stay all. */
    Findings find(String text, boolean toneless) {
        List<Hit> terms = new ArrayList<>();
        List<Hit> marks = new ArrayList<>();
        finder.find(Term.matchable(text), toneless, h -> (h.role() == TermClass.Role.MARK ? marks : terms).add(h));
        return new Findings(longest(terms, text.length()), new Marks(marks));
    }

    private static List<Hit> longest(List<Hit> all, int length) {
        all.sort(Comparator.comparingInt((Hit h) -> h.start() - h.end())
                .thenComparingInt(h -> -h.term().weight())
                .thenComparingInt(Hit::start));
        List<Hit> kept = new ArrayList<>();
        java.util.BitSet taken = new java.util.BitSet(length);
        for (Hit hit : all) {
            if (taken.get(hit.start()) || taken.get(hit.end() - 1)) continue;
            taken.set(hit.start(), hit.end());
            kept.add(hit);
        }
        kept.sort(Comparator.comparingInt(Hit::start));
        return List.copyOf(kept);
    }

    /** What the lexicon knows of a text. */
    record Findings(List<Hit> hits, Marks marks) {}
}
