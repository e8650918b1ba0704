package org.unlisted.crawl.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FingerprintSetTest {

    @Test
    void knowsWhatItWasGivenAlsoAfterItGrew() {
        FingerprintSet set = new FingerprintSet();
        for (int i = 0; i < 20_000; i++) assertThat(set.add("https://market.example/" + i, "sha256:" + i)).isTrue();
        for (int i = 0; i < 20_000; i++) assertThat(set.add("https://market.example/" + i, "sha256:" + i)).isFalse();
    }

    @Test
    void tellsPartsApart() {
        FingerprintSet set = new FingerprintSet();
        assertThat(set.add("ab", "c")).isTrue();
        assertThat(set.add("a", "bc")).isTrue();
        assertThat(set.add("abc")).isTrue();
    }
}
