package org.unlisted.crawl.offer.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unlisted.crawl.CommittedReader;
import org.unlisted.crawl.offer.Offer;
import org.unlisted.crawl.offer.OfferReader;
import org.unlisted.crawl.offer.Reason;

/** Texts made to stall or break a reader. The limit is far above what any of them takes and far below a stall. */
class HostileTextTest {
    private static final Duration STALL = Duration.ofSeconds(60);
    private static OfferReader reader;

    @BeforeAll
    static void load() throws IOException {
        reader = CommittedReader.get();
    }

    static Stream<String> texts() {
        return Stream.of(
                "1,".repeat(100_000),
                "1.".repeat(100_000),
                "1 ".repeat(100_000),
                "1 000 ".repeat(50_000),
                "一".repeat(200_000),
                "万".repeat(200_000),
                "人脸".repeat(100_000),
                "手持 0.5/套 ".repeat(20_000),
                "selfie ".repeat(30_000),
                "/".repeat(200_000),
                "每".repeat(200_000),
                "\u0301".repeat(200_000),
                "a\u0301".repeat(100_000),
                "\u200B".repeat(200_000),
                "\uD83D".repeat(100_000),
                "two hundred ".repeat(20_000),
                "две ".repeat(50_000),
                "mười ".repeat(50_000),
                "a.b.".repeat(60_000),
                "身.份.".repeat(60_000),
                "\"".repeat(200_000),
                " ".repeat(200_000),
                "\n".repeat(200_000),
                "9".repeat(200_000),
                "$1".repeat(100_000),
                "💰".repeat(50_000),
                "満".repeat(100_000) + "5万张8折");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void readsThemInBoundedTime(String text) {
        assertTimeoutPreemptively(STALL, () -> assertThat(
                        reader.read("", text, Optional.empty(), Optional.of("zh"))).isNotEmpty());
    }

    @Test
    void findsTheOfferAtTheEndOfALineOfTenMegabytes() {
        String filler = "今天天气很好我们去公园散步然后回家吃饭".repeat(5_000) + " ";
        String text = filler.repeat(10_000_000 / filler.length()) + "\n出一手手持料 3000套 打包900元 私聊";

        List<Offer> offers = assertTimeoutPreemptively(
                STALL, () -> reader.read("", text, Optional.empty(), Optional.of("zh")));

        assertThat(offers).singleElement().satisfies(o -> {
            assertThat(o.permitsFaceScan()).isTrue();
            assertThat(o.persons()).hasValue(3000);
            for (Reason r : o.reasons()) assertThat(text.substring(r.start(), r.end())).isEqualTo(r.phrase());
        });
    }
}
