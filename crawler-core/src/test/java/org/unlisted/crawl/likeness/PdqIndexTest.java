package org.unlisted.crawl.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PdqIndexTest {
    private static final PdqHash ZERO = new PdqHash(0, 0, 0, 0);

    @Property(tries = 300)
    void findsWhatALoopOverAllFinds(
            @ForAll long seed, @ForAll @IntRange(max = 256) int far, @ForAll @IntRange(max = 40) int within) {
        Random random = new Random(seed);
        List<PdqHash> hashes = new ArrayList<>();
        for (int i = 0; i < 150; i++)
            hashes.add(
                    hashes.isEmpty() || random.nextInt(4) == 0
                            ? random(random)
                            : flip(hashes.get(random.nextInt(hashes.size())), random, random.nextInt(40)));
        PdqIndex scanned = filled(new PdqIndex(Integer.MAX_VALUE), hashes);
        PdqIndex banded = filled(new PdqIndex(100), hashes);
        PdqHash probe = flip(hashes.get(random.nextInt(hashes.size())), random, random.nextInt(35));

        for (int distance : new int[] {within, far}) {
            assertThat(scanned.near(probe, distance)).isEqualTo(loop(hashes, probe, distance));
            assertThat(banded.near(probe, distance)).isEqualTo(loop(hashes, probe, distance));
        }
    }

    @Property(tries = 500)
    void reachesThirtyOneBitsWhereverTheyLie(@ForAll long seed, @ForAll @IntRange(max = 31) int distance) {
        Random random = new Random(seed);
        PdqHash hash = random(random);
        PdqIndex banded = filled(new PdqIndex(1), List.of(hash));

        PdqHash probe = flip(hash, random, distance);

        assertThat(banded.near(probe)).containsExactly(new Near(0, hash.distance(probe)));
        assertThat(banded.near(probe, distance)).hasSize(1);
    }

    @Test
    void reachesThirtyOneBitsSpreadOverAllTheBandsAlike() {
        PdqHash spread = PdqHash.parse("0001" + "8001".repeat(15)); // 31 bits: two in each band but one

        PdqIndex banded = filled(new PdqIndex(1), List.of(ZERO));

        assertThat(banded.near(spread)).containsExactly(new Near(0, 31));
        assertThat(banded.near(PdqHash.parse("8001".repeat(16)))).isEmpty();
    }

    @Test
    void sortsByDistanceAndThenByAge() {
        PdqHash one = new PdqHash(0, 0, 0, 1);
        PdqHash two = new PdqHash(1L << 63, 0, 0, 1);

        assertThat(filled(new PdqIndex(), List.of(two, one, ZERO, one)).near(ZERO))
                .containsExactly(new Near(2, 0), new Near(1, 1), new Near(3, 1), new Near(0, 2));
    }

    @Test
    void keepsOneOfThoseThatLookAlike() {
        PdqIndex index = new PdqIndex();

        assertThat(index.addUnlessNear(ZERO, 31)).isEmpty();
        assertThat(index.addUnlessNear(new PdqHash(0xff, 0, 0, 0), 31)).contains(new Near(0, 8));
        assertThat(index.addUnlessNear(new PdqHash(-1, 0, 0, 0), 31)).isEmpty();
        assertThat(index.size()).isEqualTo(2);
    }

    @Test
    void letsOneOfManyThreadsKeepAPicture() {
        PdqIndex index = new PdqIndex();

        long first = IntStream.range(0, 2000)
                .parallel()
                .filter(i -> index.addUnlessNear(new PdqHash(i % 10 * 0x1111_1111_1111L, 0, 0, 0), 0)
                        .isEmpty())
                .count();

        assertThat(first).isEqualTo(10);
        assertThat(index.size()).isEqualTo(10);
    }

    @Test
    void changesToBandsWithoutLosingAnything() {
        Random random = new Random(7);
        List<PdqHash> hashes = new ArrayList<>();
        for (int i = 0; i < PdqIndex.BANDED + 100; i++) hashes.add(random(random));
        PdqIndex index = filled(new PdqIndex(), hashes);

        for (int id : new int[] {0, PdqIndex.BANDED - 1, PdqIndex.BANDED, PdqIndex.BANDED + 99})
            assertThat(index.near(flip(hashes.get(id), random, 20)))
                    .extracting(Near::id)
                    .containsExactly(id);
        assertThat(index.near(ZERO, 256)).hasSize(hashes.size());
    }

    @Test
    void refusesADistanceThatCannotBe() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PdqIndex().near(ZERO, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new PdqIndex().near(ZERO, 257));
    }

    private static PdqIndex filled(PdqIndex index, List<PdqHash> hashes) {
        for (int i = 0; i < hashes.size(); i++) assertThat(index.add(hashes.get(i))).isEqualTo(i);
        return index;
    }

    private static List<Near> loop(List<PdqHash> hashes, PdqHash probe, int within) {
        return IntStream.range(0, hashes.size())
                .mapToObj(i -> new Near(i, hashes.get(i).distance(probe)))
                .filter(n -> n.distance() <= within)
                .sorted(Comparator.comparingInt(Near::distance).thenComparingInt(Near::id))
                .toList();
    }

    private static PdqHash random(Random random) {
        return new PdqHash(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
    }

    /** Flips so many bits, each time any: the distance is at most that. */
    private static PdqHash flip(PdqHash hash, Random random, int bits) {
        long[] words = {hash.first(), hash.second(), hash.third(), hash.fourth()};
        for (int i = 0; i < bits; i++) words[random.nextInt(4)] ^= 1L << random.nextInt(64);
        return new PdqHash(words[0], words[1], words[2], words[3]);
    }
}
