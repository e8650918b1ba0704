package org.unlisted.crawl.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ByNumberTest {

    @Test
    void countsWithDigits() {
        List<String> inOrder = List.of("a", "a-1", "a-02", "a-9", "a-10", "a-10b", "a-12345678901234567890123", "b-1");
        assertThat(Stream.of(5, 0, 7, 3, 1, 6, 2, 4).map(inOrder::get).sorted(ByNumber.ORDER)).containsExactlyElementsOf(inOrder);
    }

    @Test
    void isZeroForNamesThatAreOneNumber() {
        assertThat(ByNumber.ORDER.compare("s-7", "s-007")).isZero();
    }
}
