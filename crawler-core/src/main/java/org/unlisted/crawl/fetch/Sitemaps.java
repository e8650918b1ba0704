package org.unlisted.crawl.fetch;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.function.Predicate;
import org.unlisted.crawl.capture.Exchange;

/**
 * Addresses that a site lists itself (sitemaps.org protocol 0.9: XML, index, text, each also as .gz; RSS and Atom too), read
 * within bounds. A file that cannot be had or read adds nothing. Thread-safe.
 */
public final class Sitemaps {
    private static final int MAX_DEPTH = 2; // files that a file names, counted from the first as 1
    private static final int MAX_FILES = 50;
    private static final int MAX_URLS = 50_000;
    private static final int MAX_REDIRECTS = 3;

    private final WebClient client;
    private final Robots robots;

    private record File(URI url, int depth) {}

    public Sitemaps(WebClient client, Robots robots) {
        this.client = requireNonNull(client, "client");
        this.robots = requireNonNull(robots, "robots");
    }

    /**
     * Asks for the files and those that they name on the same hosts, the most recent first.
     *
     * @param admits what may be returned; nothing else counts towards the bound
     * @return distinct canonical URLs, the most recently changed first, those without a date last; at most 50,000
     */
    public List<URI> urls(Collection<URI> starts, Predicate<URI> admits) {
        Set<String> hosts = new HashSet<>();
        Queue<File> open = new ArrayDeque<>();
        Set<URI> seen = new HashSet<>();
        for (URI start : starts) {
            hosts.add(String.valueOf(start.getHost()));
            if (seen.add(start)) open.add(new File(start, 1));
        }
        Map<URI, Instant> found = new LinkedHashMap<>();
        for (int files = 0; files < MAX_FILES && !open.isEmpty() && found.size() < MAX_URLS; files++) {
            File file = open.remove();
            SitemapFile read = read(file.url(), admits, MAX_URLS - found.size());
            read.pages().forEach((url, changed) -> found.merge(url, changed, SitemapFile::later));
            if (file.depth() == MAX_DEPTH) continue;
            for (URI next : newestFirst(read.files()))
                if (hosts.contains(next.getHost()) && seen.add(next)) open.add(new File(next, file.depth() + 1));
        }
        return newestFirst(found);
    }

    private static List<URI> newestFirst(Map<URI, Instant> dated) {
        return dated.entrySet().stream()
                .sorted(Map.Entry.<URI, Instant>comparingByValue().reversed())
                .limit(MAX_URLS)
                .map(Map.Entry::getKey)
                .toList();
    }

    private SitemapFile read(URI start, Predicate<URI> admits, int most) {
        URI url = start;
        for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
            if (!robots.rules(url).rules().isAllowed(url.toString())) return SitemapFile.EMPTY;
            switch (client.get(Ask.of(url, Ask.Want.SITEMAP))) {
                case FetchOutcome.Redirected(int status, URI target) -> url = target;
                case FetchOutcome.Answered(Exchange answer) -> {
                    return answer.status() == 200 ? SitemapFile.read(answer, admits, most) : SitemapFile.EMPTY;
                }
                case FetchOutcome.NotModified n -> {
                    return SitemapFile.EMPTY;
                }
                case FetchOutcome.UnaskedPicture p -> {
                    return SitemapFile.EMPTY;
                }
                case FetchOutcome.Blocked b -> {
                    return SitemapFile.EMPTY;
                }
                case FetchOutcome.Busy b -> {
                    return SitemapFile.EMPTY;
                }
                case FetchOutcome.Failed f -> {
                    return SitemapFile.EMPTY;
                }
            }
        }
        return SitemapFile.EMPTY;
    }
}
