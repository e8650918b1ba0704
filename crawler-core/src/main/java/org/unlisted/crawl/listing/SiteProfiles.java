package org.unlisted.crawl.listing;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.select.Evaluator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The profiles of a folder, one file {@code <host>.yaml} a site. */
record SiteProfiles(List<SiteProfile> profiles) {
    /** Lies beside the profiles; no host is called so. */
    static final String NOT_A_SITE = "gone.yaml";

    private static final String ENDING = ".yaml";

    SiteProfiles {
        // A subdomain's own profile before its parent's.
        profiles = profiles.stream()
                .sorted(Comparator.comparingInt((SiteProfile p) -> p.host().length()).reversed())
                .toList();
    }

    static SiteProfiles none() {
        return new SiteProfiles(List.of());
    }

    /**
     * Reads a folder; none where it does not exist.
     *
     * @throws IllegalArgumentException names the file and the key or selector that is wrong
     */
    static SiteProfiles load(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return none();
        List<SiteProfile> profiles = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(SiteProfiles::isProfile).sorted().toList()) profiles.add(read(file));
        }
        return new SiteProfiles(profiles);
    }

    private static boolean isProfile(Path file) {
        return file.toString().endsWith(ENDING) && !file.endsWith(NOT_A_SITE);
    }

    private static SiteProfile read(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        String host = name.substring(0, name.length() - ENDING.length()).toLowerCase(Locale.ROOT);
        Map<String, Evaluator> selectors = new HashMap<>();
        try {
            JsonNode root = YAMLMapper.builder().build().readTree(Files.readString(file));
            for (Map.Entry<String, JsonNode> field : root.properties()) {
                String key = field.getKey();
                if (!SiteProfile.KEYS.contains(key)) throw new IllegalArgumentException("unknown key " + key);
                if (!field.getValue().isString()) throw new IllegalArgumentException(key + " is not a selector");
                selectors.put(key, SiteProfile.selector(field.getValue().asString()));
            }
        } catch (JacksonException e) {
            throw new IllegalArgumentException(file + ": " + e.getOriginalMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
        return new SiteProfile(host, selectors);
    }

    Optional<SiteProfile> of(URI url) {
        String host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
        return profiles.stream().filter(p -> p.matches(host)).findFirst();
    }
}
