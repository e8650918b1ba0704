package org.unlisted.crawl.offer;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** All terms of all languages: sellers mix them, so a text is read with every one. Immutable. */
final class Lexicon {
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
        YAMLMapper mapper = YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        TermFinderBuilder terms = new TermFinderBuilder();
        boolean any = false;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.yaml")) {
            for (Path file : files) {
                any = true;
                try {
                    Map<String, List<String>> sets = new HashMap<>();
                    Astral astral = new Astral();
                    String yaml = astral.hide(Files.readString(file));
                    for (LexiconGroup group : mapper.readValue(yaml, LexiconGroup[].class))
                        group.restored(astral).into(terms, sets);
                } catch (JacksonException | IllegalArgumentException e) {
                    throw new IOException("lexicon file " + file.getFileName() + ": " + e.getMessage(), e);
                }
            }
        }
        if (!any) throw new IOException("no lexicon file in " + folder);
        return new Lexicon(terms.build());
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
