package org.unlisted.takedown.notice;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Writes notices. The wording is data: one template a language, checked when it is loaded for every statement that a
 * notice must make. Thread-safe.
 */
public final class NoticeWriter {
    private static final Logger LOG = LoggerFactory.getLogger(NoticeWriter.class);
    private static final List<String> LANGUAGES = List.of("en", "zh-CN", "vi");
    private static final YAMLMapper WORDS = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private record Letter(NoticeTemplate template, NoticeFacts facts) {}

    private final Map<String, Letter> letters;

    private NoticeWriter(Map<String, Letter> letters) {
        this.letters = Map.copyOf(letters);
    }

    /**
     * Reads {@code words.yaml} and {@code en}, {@code zh-CN} and {@code vi.mustache}.
     *
     * @param folder {@code config/notices}
     * @throws IllegalArgumentException if one of them cannot be used; the message names the file and what is wrong
     */
    public static NoticeWriter load(Path folder) throws IOException {
        Map<String, Phrases> words = words(folder.resolve("words.yaml"));
        var letters = new HashMap<String, Letter>();
        for (String language : LANGUAGES) {
            Phrases phrases = words.get(language);
            if (phrases == null) throw new IllegalArgumentException("words.yaml has no language " + language);
            String file = language + ".mustache";
            try {
                var template = new NoticeTemplate(Files.readString(folder.resolve(file)));
                var figures = new Figures(Locale.forLanguageTag(language), phrases);
                letters.put(language, new Letter(template, new NoticeFacts(figures, phrases)));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
            }
        }
        return new NoticeWriter(letters);
    }

    /** In the listing's language where we write it, else in English. */
    public Notice write(NoticeRequest request) {
        String language = language(request.confirmed().listing().language());
        Letter letter = requireNonNull(letters.get(language), language);
        Map<String, Object> facts = letter.facts().of(request, language);
        var notice = new Notice(
                request.confirmed().id(),
                language,
                request.channel(),
                letter.template().subject(facts),
                letter.template().text(facts));
        LOG.info("event=notice-written case={} language={} channel={}",
                notice.caseId(), language, request.channel().id());
        return notice;
    }

    private static String language(String listing) {
        return switch (Locale.forLanguageTag(listing).getLanguage()) {
            case "zh" -> "zh-CN";
            case "vi" -> "vi";
            default -> "en";
        };
    }

    private static Map<String, Phrases> words(Path file) throws IOException {
        String yaml = Files.readString(file);
        try {
            return WORDS.readValue(yaml, new TypeReference<Map<String, Phrases>>() {});
        } catch (JacksonException e) {
            throw new IllegalArgumentException(file.getFileName() + ": " + e.getMessage(), e);
        }
    }
}
