package org.unlisted.crawl.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalUrlTest {

    @ParameterizedTest
    @CsvSource({
        "HTTP://Shop.Example:80/a/../b#top, http://shop.example/b",
        "http://shop.example, http://shop.example/",
        "http://user:secret@shop.example/x, http://shop.example/x",
        "http://shop.example/搜索?q=脸, http://shop.example/%E6%90%9C%E7%B4%A2?q=%E8%84%B8",
    })
    void spellsEachAddressInOneWay(String url, String canonical) {
        assertThat(CanonicalUrl.of(url)).contains(URI.create(canonical));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://shop.example/", "javascript:alert(1)", "/relative", "", "http://"})
    void knowsNothingButHttp(String url) {
        assertThat(CanonicalUrl.of(url)).isEmpty();
    }

    @Test
    void refusesEndlessAddresses() {
        assertThat(CanonicalUrl.of("http://shop.example/" + "a/".repeat(1_500))).isEmpty();
    }
}
