package org.unlisted.crawl.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PdqHashTest {
    @Test
    void countsTheBitsThatTheReferenceCounts() {
        // PDQHasherTest of the reference in Java: bridge-1-original.jpg and bridge-2-rotate-90.jpg, 120 apart.
        PdqHash original = PdqHash.parse("f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22");
        PdqHash rotated = PdqHash.parse("30a10efd71cc3d429013d48d0ffffc52e34e0e17ada952a9d29685211ea9e5af");

        assertThat(original.distance(rotated)).isEqualTo(120);
        assertThat(original.distance(original)).isZero();
    }

    @Test
    void putsTheLowestBitIntoTheLastDigit() {
        assertThat(new PdqHash(0, 0, 0, 1).hex()).isEqualTo("0".repeat(63) + "1");
        assertThat(new PdqHash(1L << 63, 0, 0, 0).hex()).isEqualTo("8" + "0".repeat(63));
        assertThat(PdqHash.parse("0".repeat(47) + "a" + "0".repeat(16))).isEqualTo(new PdqHash(0, 0, 10, 0));
    }

    @Property
    void readsWhatItWrites(@ForAll long first, @ForAll long second, @ForAll long third, @ForAll long fourth) {
        PdqHash hash = new PdqHash(first, second, third, fourth);

        assertThat(PdqHash.parse(hash.hex())).isEqualTo(hash);
        assertThat(PdqHash.parse(hash.hex().toUpperCase(Locale.ROOT))).isEqualTo(hash);
        assertThat(hash).hasToString(hash.hex());
    }

    @Property
    void measuresADistance(@ForAll long a, @ForAll long b, @ForAll long c) {
        PdqHash one = new PdqHash(a, b, c, a);
        PdqHash two = new PdqHash(b, c, b, c);
        PdqHash three = new PdqHash(c, a, a, b);

        assertThat(one.distance(two)).isEqualTo(two.distance(one)).isBetween(0, 256);
        assertThat(one.distance(three)).isLessThanOrEqualTo(one.distance(two) + two.distance(three));
        assertThat(one.distance(new PdqHash(~a, ~b, ~c, ~a))).isEqualTo(256);
    }

    @Test
    void refusesWhatIsNoHash() {
        for (String odd : new String[] {"", "0".repeat(63), "0".repeat(65), "g" + "0".repeat(63), "+" + "0".repeat(63)})
            assertThatIllegalArgumentException().isThrownBy(() -> PdqHash.parse(odd));
    }
}
