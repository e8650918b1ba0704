package org.unlisted.crawl.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrapCounterTest {
    private final TrapCounter counter = new TrapCounter();

    private boolean admits(String target) {
        return counter.admits(URI.create("http://x.example" + target));
    }

    private long admitted(int tries, IntFunction<String> targets) {
        return IntStream.range(0, tries).mapToObj(targets).filter(this::admits).count();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/item/%d", "/item.htm?id=%d", "/item.htm?ft=t&id=%d", "/thread-%d-1-1.html", "/viewtopic.php?t=%d",
                "/viewtopic.php?f=2&t=%d", "/forum.php?mod=viewthread&tid=%d&page=2", "/list?page=%d", "/page/%d",
                "/s/some_channel?before=%d", "/viewtopic.php?t=5&start=%d", "/show?board=3&no=%d", "/show?rubrik=3&nummer=%d",
                "/read?slug=offer-%d", "/read?board=tools&slug=offer-%d", "/read?fid=3&title=offer-%d&ref=a",
                "/2026/11/offer-%d", "/view2.php?a=read&board=tools&slug=offer-%d", "/item?id=%d&lang=zh",
                "/posts/price-list-%d", "/item/2031/%d", "/%d.html", "/raw/aZ3%d", "/search?q=face&page=%d",
                "/shop?color=red&size=m&page=%d", "/news/2031%02d"
            })
    void neverRefusesItemsAndPagesOfLists(String form) {
        assertThat(admitted(5_000, form::formatted)).isEqualTo(5_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/events?date=%s", "/calendar/%s", "/cal.php?cal=1&day=%s", "/list?from=%s", "/agenda/%s/list",
                "/cal/%s?view=month"
            })
    void admitsTwoMonthsOfDays(String form) {
        LocalDate first = LocalDate.of(2020, 1, 1);
        assertThat(admitted(2_000, day -> form.formatted(first.plusDays(day)))).isLessThanOrEqualTo(UrlShape.PER_KIND);
        assertThat(admitted(2_000, day -> form.formatted(first.plusDays(day)))).isLessThanOrEqualTo(UrlShape.PER_KIND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/shop?color=%d&size=%d&sort=%d", "/shop/color-%d/size-%d/brand-%d", "/shop?f[]=%d&f[]=%d&f[]=%d",
                "/shop?f%%5Ba%%5D=%d&filter=%d&x=%d", "/shop?alpha=%d&beta=%d&gamma=%d"
            })
    void admitsFiltersOneByOneAndFewSets(String form) {
        long admitted = admitted(1_000, n -> form.formatted(n % 10, n / 10 % 10, n / 100));
        assertThat(admitted).isBetween(10L, UrlShape.PER_KIND + 30L); // 30: a value that is new may be an item's name
    }

    @Test
    void admitsOneSessionOfAPage() {
        assertThat(admitted(1_000, n -> "/about?token=ab12cd34ef%04d".formatted(n))).isEqualTo(1);
        assertThat(admitted(1_000, n -> "/item?id=5&h=ab12cd34ef%04d".formatted(n))).isEqualTo(1);
        assertThat(admitted(1_000, n -> "/(S(ab12cd34ef%04d))/contact".formatted(n))).isEqualTo(1);
    }

    @Test
    void reachesAllOfASiteThatHasSessionsEverywhere() {
        assertThat(admitted(1_000, n -> "/(S(ab12cd34ef%04d))/item/%d".formatted(n, n))).isEqualTo(1_000);
        assertThat(admitted(1_000, n -> "/show?id=%d&token=ab12cd34ef%04d".formatted(n, n))).isEqualTo(1_000);
    }

    @Test
    void admitsAFewViewsOfAnItem() {
        assertThat(admitted(100, n -> "/viewtopic.php?t=7&hilit=word" + n)).isEqualTo(UrlShape.PER_ITEM);
        assertThat(admits("/viewtopic.php?t=7")).isTrue();
        assertThat(admits("/viewtopic.php?t=8&hilit=word")).isTrue();
    }

    @Test
    void answersTheSameAgain() {
        List<String> targets = IntStream.range(0, 200).mapToObj(n -> "/search?q=word" + n).toList();
        List<Boolean> first = targets.stream().map(this::admits).toList();
        assertThat(targets.stream().map(this::admits).toList()).isEqualTo(first);
    }

    @Test
    void aTrapOnOneHostTakesNothingFromAnother() {
        admitted(1_000, n -> "/search?q=word" + n);
        assertThat(admits("/search?q=new")).isFalse();
        assertThat(counter.admits(URI.create("http://y.example/search?q=new"))).isTrue();
    }

    @Test
    void threadsTogetherAdmitNoMore() {
        AtomicInteger admitted = new AtomicInteger();
        IntStream.range(0, 4_000).parallel().forEach(n -> {
            if (admits("/search?q=word" + n)) admitted.incrementAndGet();
        });
        assertThat(admitted).hasValue(UrlShape.PER_KIND);
    }

    @Test
    void aHundredThousandItemsWithAnOrderEachAreNotTakenForOneAnother() {
        assertThat(admitted(100_000, n -> "/item?id=" + n + "&sort=new")).isEqualTo(100_000);
    }

    @Test
    void goesOnCountingWhereAnotherStopped() throws IOException {
        assertThat(counter.isEmpty()).isTrue();
        admits("/item/1");
        assertThat(counter.isEmpty()).as("items are not counted").isTrue();
        LocalDate first = LocalDate.of(2020, 1, 1);
        admitted(40, day -> "/events?date=" + first.plusDays(day));
        admitted(500, n -> "/shop?color=%d&size=%d&sort=%d".formatted(n % 10, n / 10 % 10, n / 100));
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        counter.write(new DataOutputStream(written));
        TrapCounter next = TrapCounter.read(new DataInputStream(new ByteArrayInputStream(written.toByteArray())));

        for (int day = 0; day < 2_000; day++) {
            URI url = URI.create("http://x.example/events?date=" + first.plusDays(day));
            assertThat(next.admits(url)).as("day %d", day).isEqualTo(counter.admits(url)).isEqualTo(day < UrlShape.PER_KIND);
        }
        for (int n = 0; n < 1_000; n++) {
            URI url = URI.create("http://x.example/shop?color=%d&size=%d&sort=%d".formatted(n % 10, n / 10 % 10, n / 100));
            assertThat(next.admits(url)).as("filter %d", n).isEqualTo(counter.admits(url));
        }
        assertThat(written.size()).isLessThan(40_000);
    }
}
