package org.unlisted.console.hunt;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.unlisted.console.storage.StoredListing;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A plan that asks again for the pages of known offers and for nothing else: each source with the settings of the plan it
 * comes from, its seeds those pages, no link followed. For somebody who enrolled after the offers were seen, since pictures
 * without a candidate are not kept; and for listings whose cases are due.
 */
public final class AgainPlan {
    /** Of a source's settings, those that say where to look and how far. */
    private static final List<String> REPLACED =
            List.of("seeds", "rounds", "maxPages", "scope", "budget", "sitemaps", "recrawl");

    private static final List<String> NOT_THE_PLANS = List.of("schedule", "budgets");
    private static final int LONGEST_ID = 64;

    private final Map<Path, Optional<OriginalPlan>> plans = new HashMap<>();
    private final Map<Origin, Set<URI>> pages = new LinkedHashMap<>();
    private final List<Left> left = new ArrayList<>();

    private AgainPlan() {}

    /**
     * How much may be asked for.
     *
     * @param pages     in all
     * @param perSource of any one source
     */
    public record Budget(int pages, int perSource) {
        public Budget {
            if (pages < 1) throw new IllegalArgumentException("pages below 1: " + pages);
            if (perSource < 1) throw new IllegalArgumentException("pages of a source below 1: " + perSource);
        }
    }

    /** A listing that cannot be asked for: its plan, or the source in it, is gone or turned off. */
    public record Left(StoredListing listing) {
        public Left {
            requireNonNull(listing, "listing");
        }
    }

    private record Origin(Path plan, String source) {}

    /**
     * Chooses pages in the order of the listings until the budget is spent.
     *
     * @param variables for the plans they come from
     */
    public static AgainPlan of(List<StoredListing> listings, Budget budget, Map<String, String> variables) {
        AgainPlan plan = new AgainPlan();
        Set<URI> chosen = new HashSet<>();
        for (StoredListing listing : listings) {
            if (chosen.size() == budget.pages()) break;
            if (chosen.contains(listing.page())) continue;
            Origin origin = new Origin(listing.plan(), listing.source());
            if (plan.settings(origin, variables).isEmpty()) {
                plan.left.add(new Left(listing));
                continue;
            }
            Set<URI> ofSource = plan.pages.computeIfAbsent(origin, _ -> new LinkedHashSet<>());
            if (ofSource.size() == budget.perSource()) continue;
            ofSource.add(listing.page());
            chosen.add(listing.page());
        }
        return plan;
    }

    private Optional<ObjectNode> settings(Origin origin, Map<String, String> variables) {
        return plans.computeIfAbsent(origin.plan(), file -> OriginalPlan.find(file, variables))
                .flatMap(p -> p.source(origin.source()));
    }

    /** Pages to be asked for. */
    public int pages() {
        return pages.values().stream().mapToInt(Set::size).sum();
    }

    /** The plans whose hosts will be asked: none of them may be swept at the same time. */
    public Set<Path> plans() {
        Set<Path> files = new LinkedHashSet<>();
        pages.keySet().forEach(o -> files.add(o.plan()));
        return files;
    }

    public List<Left> left() {
        return List.copyOf(left);
    }

    /**
     * Writes it as a plan file.
     *
     * @param name of the plan: {@code a-z 0-9 -}
     * @throws IllegalStateException if there is no page to ask for
     */
    public void write(Path file, String name) throws IOException {
        Files.writeString(file, text(name));
    }

    String text(String name) {
        if (pages.isEmpty()) throw new IllegalStateException("no page to ask for");
        ObjectNode root = original(pages.keySet().iterator().next()).head();
        NOT_THE_PLANS.forEach(root::remove);
        root.put("plan", name);
        ArrayNode sources = root.putArray("sources");
        Set<String> ids = new HashSet<>();
        pages.forEach((origin, seeds) -> sources.add(source(origin, seeds, ids)));
        return YAMLMapper.builder().build().writeValueAsString(root);
    }

    private ObjectNode source(Origin origin, Set<URI> seeds, Set<String> ids) {
        ObjectNode source = original(origin).source(origin.source()).orElseThrow();
        REPLACED.forEach(source::remove);
        source.put("id", free(origin.source(), ids));
        ArrayNode addresses = source.putArray("seeds");
        seeds.forEach(seed -> addresses.add(seed.toString()));
        source.put("rounds", 1).put("maxPages", seeds.size());
        return source;
    }

    private OriginalPlan original(Origin origin) {
        return plans.getOrDefault(origin.plan(), Optional.empty()).orElseThrow();
    }

    /** Sources of two plans may have one name. */
    private static String free(String id, Set<String> taken) {
        String name = id;
        for (int n = 2; !taken.add(name); n++) {
            String ending = "-" + n;
            name = id.substring(0, Math.min(id.length(), LONGEST_ID - ending.length())) + ending;
        }
        return name;
    }
}
