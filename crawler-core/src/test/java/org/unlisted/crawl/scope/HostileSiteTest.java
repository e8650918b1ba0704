package org.unlisted.crawl.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HostileSiteTest {
    /** Far above what may be reached: so that a crawl without bounds fails instead of running on. */
    private static final int ENOUGH = 40_000;

    private final HostileSite site = new HostileSite();

    @Test
    void everyItemIsReachedAndTrapsStayFew() {
        Set<URI> reached = crawl(new Scope(ScopeRules.ofSeeds(List.of(HostileSite.HOME))), new TrapCounter());
        Set<URI> ordinary = HostileSite.ordinary();
        assertThat(reached).containsAll(ordinary);
        assertThat(reached.stream().filter(url -> !ordinary.contains(url)).toList())
                .as(() -> reached.stream()
                        .filter(url -> !ordinary.contains(url))
                        .collect(Collectors.groupingBy(
                                url -> url.getRawPath().replaceAll("[0-9a-f]{2,}|\\d+", "N"), Collectors.counting()))
                        .toString())
                .hasSizeLessThan(1_200);
    }

    private Set<URI> crawl(Scope scope, TrapCounter counter) {
        Set<URI> reached = new HashSet<>(Set.of(HostileSite.HOME));
        Queue<URI> waiting = new ArrayDeque<>(reached);
        while (!waiting.isEmpty() && reached.size() < ENOUGH)
            for (URI link : site.links(waiting.remove()))
                if (!reached.contains(link) && scope.judge(link) == Verdict.IN && counter.admits(link)) {
                    reached.add(link);
                    waiting.add(link);
                }
        return reached;
    }
}
