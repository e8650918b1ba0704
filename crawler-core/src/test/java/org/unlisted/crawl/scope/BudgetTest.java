package org.unlisted.crawl.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetTest {

    @ParameterizedTest
    @CsvSource({
        "0, 1, 0, 1000000, PT1M, depth",
        "51, 1, 0, 1000000, PT1M, depth",
        "1, 0, 0, 1000000, PT1M, pages",
        "1, 1000001, 0, 1000000, PT1M, pages",
        "1, 1, -1, 1000000, PT1M, images",
        "1, 1, 0, 999999, PT1M, bytes",
        "1, 1, 0, 1000000, PT59S, time",
        "1, 1, 0, 1000000, P32D, time"
    })
    void refusesWhatIsOutOfRange(int depth, int pages, int images, long bytes, Duration time, String named) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Budget(depth, pages, images, bytes, time))
                .withMessageStartingWith(named);
    }

    @Test
    void canDoWithoutPictures() {
        assertThat(Budget.DEFAULT.withoutImages().images()).isZero();
        assertThat(Budget.DEFAULT.withoutImages().pages()).isEqualTo(Budget.DEFAULT.pages());
    }
}
