package org.unlisted.crawl.offer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** All terms of all languages: sellers mix them, so a text is read with every one. Immutable. */
final class Lexicon {
    private static final int UNMISTAKABLE = 8;
    private static final Pattern NOTHING = Pattern.compile("(?!)");
    private final List<Term> terms;
    private final Map<TermClass, Pattern> marks = new EnumMap<>(TermClass.class);

    private Lexicon(List<Term> terms, Map<TermClass, List<String>> markPhrases) {
        this.terms = List.copyOf(terms);
        markPhrases.forEach((termClass, phrases) -> marks.put(termClass, alternation(phrases)));
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
        List<Term> terms = new ArrayList<>();
        Map<TermClass, List<String>> marks = new EnumMap<>(TermClass.class);
        boolean any = false;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.yaml")) {
            for (Path file : files) {
                any = true;
                try {
                    Group[] groups = mapper.readValue(Files.readAllBytes(file), Group[].class);
                    for (Group group : groups) group.into(terms, marks);
                } catch (JacksonException | IllegalArgumentException e) {
                    throw new IOException("lexicon file " + file.getFileName() + ": " + e.getMessage(), e);
                }
            }
        }
        if (!any) throw new IOException("no lexicon file in " + folder);
        return new Lexicon(terms, marks);
    }

    /** Terms in the text, in order; of overlapping ones the longest. */
    List<Hit> find(String text) {
        List<Hit> all = new ArrayList<>();
        for (Term term : terms) term.find(text, all::add);
        all.sort(Comparator.comparingInt((Hit h) -> h.start() - h.end())
                .thenComparingInt(h -> -h.term().weight())
                .thenComparingInt(Hit::start));
        List<Hit> kept = new ArrayList<>();
        boolean[] taken = new boolean[text.length()];
        for (Hit hit : all) {
            if (taken[hit.start()] || taken[hit.end() - 1]) continue;
            for (int i = hit.start(); i < hit.end(); i++) taken[i] = true;
            kept.add(hit);
        }
        kept.sort(Comparator.comparingInt(Hit::start));
        return List.copyOf(kept);
    }

    /** The marks of a class as one pattern; matches nothing when no language has any. */
    Pattern marks(TermClass termClass) {
        return marks.getOrDefault(termClass, NOTHING);
    }

    private static Pattern alternation(List<String> phrases) {
        return Pattern.compile(phrases.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Term::regex)
                .collect(Collectors.joining("|")));
    }

    /**
     * Terms that share class and weight, as written in a file.
     *
     * @param weight 1 when not said; marks have none
     * @param views  pictures that the terms name
     */
    private record Group(TermClass termClass, Optional<Integer> weight, Optional<Set<View>> views, List<String> terms) {
        @JsonCreator
        Group(
                @JsonProperty(value = "class", required = true) TermClass termClass,
                @JsonProperty("weight") Optional<Integer> weight,
                @JsonProperty("views") Optional<Set<View>> views,
                @JsonProperty(value = "terms", required = true) List<String> terms) {
            this.termClass = termClass;
            this.weight = weight;
            this.views = views;
            this.terms = terms;
        }

        void into(List<Term> out, Map<TermClass, List<String>> marks) {
            for (String phrase : terms) {
                for (String spelling : spellings(phrase)) {
                    if (termClass.role() == TermClass.Role.MARK)
                        marks.computeIfAbsent(termClass, c -> new ArrayList<>()).add(Term.fold(spelling));
                    else out.add(Term.of(spelling, termClass, weight.orElse(1), views.orElse(Set.of())));
                }
            }
        }

        /**
         * Vietnamese is often typed without its marks; short phrases would then be another language's words: "in thẻ"
         * is not "in the".
         */
        private static List<String> spellings(String phrase) {
            String bare = java.text.Normalizer.normalize(phrase, java.text.Normalizer.Form.NFD)
                    .replaceAll("[\\u0300-\\u0323]", "")
                    .replace('đ', 'd')
                    .replace('Đ', 'D');
            boolean worth = phrase.indexOf(' ') > 0
                    && phrase.length() >= UNMISTAKABLE
                    && !bare.equals(phrase)
                    && bare.chars().allMatch(c -> c < 128);
            return worth ? List.of(phrase, bare) : List.of(phrase);
        }
    }
}
