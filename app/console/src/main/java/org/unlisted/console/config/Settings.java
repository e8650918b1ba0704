package org.unlisted.console.config;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.unlisted.crawl.hunt.CaptureRetention;
import org.unlisted.takedown.notice.Notifier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What {@code config/unlisted.yaml} says.
 *
 * @param notifier       signs the notices
 * @param reportLanguage en, zh-CN or vi
 * @param captures       how long fetched pages are kept; empty where it says nothing
 */
public record Settings(Notifier notifier, String reportLanguage, Optional<Captures> captures) {
    private static final Set<String> LANGUAGES = Set.of("en", "zh-CN", "vi");

    public Settings {
        requireNonNull(notifier, "notifier");
        if (!LANGUAGES.contains(reportLanguage))
            throw new IllegalArgumentException("reportLanguage: '" + reportLanguage + "' is not en, zh-CN or vi");
        requireNonNull(captures, "captures");
    }

    /**
     * Reads the file.
     *
     * @throws IllegalArgumentException names the file and the key that is wrong
     */
    public static Settings read(AppFolder app) throws IOException {
        Path file = app.config().resolve("unlisted.yaml");
        try {
            return YAMLMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build()
                    .readValue(Files.readString(file), Settings.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(file + ": " + e.getOriginalMessage(), e);
        }
    }

    /** How long fetched pages are kept. */
    public CaptureRetention retention() {
        return captures.orElse(Captures.USUAL).retention();
    }

    public Locale locale() {
        return Locale.forLanguageTag(reportLanguage);
    }
}
