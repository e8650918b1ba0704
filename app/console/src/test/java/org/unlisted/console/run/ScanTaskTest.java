package org.unlisted.console.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScanTaskTest {
    private static final List<Path> PATHS = List.of(Path.of("bundle"));

    @Test
    void needsSomebodyWhoScans() {
        assertThatThrownBy(() -> new ScanTask(PATHS, " ", "handed in by the police", false, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--operator");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "x", "because", "test test test test", "a b c d", "1 2 3 4", "好好好好好好"})
    void needsAReasonThatSaysSomething(String reason) {
        assertThatThrownBy(() -> new ScanTask(PATHS, "N. N.", reason, false, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--reason");
    }

    @ParameterizedTest
    @ValueSource(strings = {"handed in by the police", "警方移交的泄露照片包", "gói ảnh do cảnh sát giao"})
    void takesAReasonInAnyLanguage(String reason) {
        assertThat(new ScanTask(PATHS, "N. N.", reason, false, 1).reason()).isEqualTo(reason);
    }

    @Test
    void keepsLinesOfOthersOutOfTheLog() {
        assertThatThrownBy(() -> new ScanTask(PATHS, "N. N.\nM. M.", "handed in by the police", false, 1))
                .hasMessageContaining("--operator");
        assertThatThrownBy(() -> new ScanTask(PATHS, "N. N.", "handed in by\nthe police", false, 1))
                .hasMessageContaining("one line");
    }

    @Test
    void confirmingChangesNothingElse() {
        ScanTask task = new ScanTask(PATHS, "N. N.", "handed in by the police", false, 2);
        assertThat(task.confirmed()).isEqualTo(new ScanTask(PATHS, "N. N.", "handed in by the police", true, 2));
    }
}
