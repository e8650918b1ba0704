package org.unlisted.console.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What the sample market does that a plain file server does not. Keys are decoded paths that start with a slash.
 *
 * @param redirects    where the path sends its visitors, instead of an answer
 * @param delays       milliseconds before the answer
 * @param statuses     an HTTP status other than 200 for a file that is there
 * @param contentTypes instead of the one that goes with the file's extension
 */
record SiteExceptions(
        Map<String, Redirect> redirects,
        Map<String, Integer> delays,
        Map<String, Integer> statuses,
        Map<String, String> contentTypes) {
    private static final int LONGEST_DELAY = 10_000;

    SiteExceptions {
        redirects = Map.copyOf(redirects);
        delays = Map.copyOf(delays);
        statuses = Map.copyOf(statuses);
        contentTypes = Map.copyOf(contentTypes);
        delays.forEach((path, millis) -> {
            if (millis < 0 || millis > LONGEST_DELAY)
                throw new IllegalArgumentException("delay outside 0.." + LONGEST_DELAY + " ms: " + path);
        });
        statuses.forEach((path, status) -> {
            if (status < 200 || status > 599) throw new IllegalArgumentException("not an answer's status: " + path);
        });
    }

    /**
     * One redirect.
     *
     * @param status 301, 302, 303, 307 or 308
     * @param to     a path on the same market
     */
    record Redirect(int status, String to) {
        Redirect {
            if (status < 301 || status > 308) throw new IllegalArgumentException("not a redirect: " + status);
            if (!to.startsWith("/")) throw new IllegalArgumentException("redirect leaves the market: " + to);
        }
    }

    /**
     * Reads {@code site.yaml}; an unknown or a missing key is refused.
     *
     * @throws IOException if the file is not there or not of this shape
     */
    static SiteExceptions read(Path file) throws IOException {
        YAMLMapper mapper = YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .build();
        try {
            return mapper.readValue(Files.readString(file), SiteExceptions.class);
        } catch (JacksonException e) {
            throw new IOException(file.getFileName() + ": " + e.getOriginalMessage(), e);
        }
    }
}
