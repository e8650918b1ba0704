package org.unlisted.crawl.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
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

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            textBlock =
                    """
                    https://item.taobao.com/item.htm?spm=a230r.1.14.16.3a6c&id=520813250866&ns=1#detail https://item.taobao.com/item.htm?id=520813250866&ns=1
                    https://www.goofish.com/item?spm=a21ybx.search.x&id=774411&categoryId=50025461 https://www.goofish.com/item?id=774411&categoryId=50025461
                    https://s.taobao.com/search?q=%e8%84%b8&suid=1f2e&ut_sk=1.x_21 https://s.taobao.com/search?q=%E8%84%B8
                    https://bbs.example.cn/forum.php?mod=viewthread&tid=3821&extra=page%3D1&sid=aB3xY9 https://bbs.example.cn/forum.php?mod=viewthread&tid=3821
                    https://bbs.example.cn/thread-3821-1-1.html?fromuid=77 https://bbs.example.cn/thread-3821-1-1.html
                    https://board.example/viewtopic.php?f=2&t=17&sid=0123456789abcdef0123456789ABCDEF https://board.example/viewtopic.php?f=2&t=17
                    https://vb.example/showthread.php?s=0123456789abcdef0123456789abcdef&t=9 https://vb.example/showthread.php?t=9
                    https://shop.example/cart;jsessionid=8F3A.node1?id=4 https://shop.example/cart?id=4
                    https://shop.example/a;JSESSIONID=1;v=2/b https://shop.example/a/b
                    https://shop.example/index.php?osCsid=ab12&zenid=x&PHPSESSID=9 https://shop.example/index.php
                    https://news.example/a?utm_source=x&utm_medium=y&b=1&gclid=z&fbclid=w https://news.example/a?b=1
                    https://x.example/a?b=1&amp;utm_source=x https://x.example/a?b=1
                    https://x.example/feed?_=1767225600123 https://x.example/feed
                    https://t.me/s/some_channel?before=123 https://t.me/s/some_channel?before=123
                    https://paste.example/%7Eann/%e4?#L3 https://paste.example/~ann/%E4
                    HTTPS://Shop.Example:443/a/./b/../c https://shop.example/a/c
                    """)
    void leavesTheVisitOut(String url, String canonical) {
        assertThat(CanonicalUrl.of(url)).contains(URI.create(canonical));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://shop.example/list?sid=1042", // a shop's number
                "https://shop.example/list?sid=shop12", // as long as Discuz's, elsewhere
                "https://blog.example/?s=face", // a search
                "https://board.example/viewtopic.php?t=1767225600",
                "https://x.example/v?_t=12",
                "https://x.example/a?spm=blue",
                "https://x.example/a?app=1&un=2",
                "https://x.example/a?b=2&a=1&b=1",
                "https://x.example/a?b&&c=",
                "https://x.example/a%2Fb?next=%2Fc%26d",
                "https://x.example/a;v=1/b",
                "https://x.example/forum.php?mod=forumdisplay&extra=page%3D1",
            })
    void keepsWhatMayBeThePage(String url) {
        assertThat(CanonicalUrl.of(url)).contains(URI.create(url));
    }

    @Property(tries = 500)
    void isDoneInOneGo(@ForAll("addresses") String url) {
        URI once = CanonicalUrl.of(url).orElseThrow();
        assertThat(CanonicalUrl.of(once.toString())).contains(once);
    }

    @Provide
    Arbitrary<String> addresses() {
        Arbitrary<String> parts = Arbitraries.of(
                "/", "a", "..", ".", "%2e", "%2F", "%25", "41", ";", ";sid=1", "jsessionid=", "?", "&", "=", "sid", "s",
                "utm_x", "amp;", "脸", " ", "0123456789abcdef0123456789abcdef");
        return parts.list().ofMaxSize(12).map(list -> "http://x.example/" + String.join("", list));
    }

    @ParameterizedTest
    @CsvSource({
        "http://x.example/a, http://x.example:80",
        "https://x.example:8443/, https://x.example:8443",
        "http://[::1]:8080/a, http://[::1]:8080"
    })
    void anOriginIsAnAddressAgain(String url, String origin) {
        assertThat(CanonicalUrl.origin(URI.create(url))).isEqualTo(origin);
        assertThat(CanonicalUrl.origin(URI.create(origin))).isEqualTo(origin);
    }
}
