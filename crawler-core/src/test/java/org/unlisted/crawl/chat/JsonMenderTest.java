package org.unlisted.crawl.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonMenderTest {

    private static String mended(String json) throws IOException {
        StringWriter out = new StringWriter();
        try (JsonMender mender = new JsonMender(new StringReader(json))) {
            mender.transferTo(out);
        }
        return out.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    {"a": [1, -2.5e+7, true, false, null, "x\\"y\\\\"]} | {"a": [1, -2.5e+7, true, false, null, "x\\"y\\\\"]}
                    "a\\x01b\\u4e2d"                                    | "a\\u0001b\\u4e2d"
                    "\\q\\u12"                                          | "qu12"
                    {"d": video_files/sticker (2).webm}                 | {"d": "video_files/sticker (2).webm"}
                    [NaN, 007]                                          | ["NaN, 007"]
                    """)
    void passesJsonOnAndMendsTheRest(String json, String expected) throws IOException {
        assertThat(mended(json)).isEqualTo(expected);
    }

    @Test
    void quotesABareValueToTheEndOfItsLine() throws IOException {
        assertThat(mended("{\n\"d\": stickers/a, b.webp,\n\"e\": 1}")).isEqualTo("{\n\"d\": \"stickers/a, b.webp\",\n\"e\": 1}");
    }

    @Test
    void replacesWhatIsTooDeepByNull() throws IOException {
        String deep = "[".repeat(JsonMender.DEEPEST + 3) + "\"]\"" + "]".repeat(JsonMender.DEEPEST + 3);
        assertThat(mended(deep)).isEqualTo("[".repeat(JsonMender.DEEPEST) + "null" + "]".repeat(JsonMender.DEEPEST));
    }

    @Test
    void neverCutsAnEscapeInTwo() throws IOException {
        String text = "a".repeat(JsonMender.LONGEST_STRING - 1);
        assertThat(mended("\"" + text + "\\n\"")).isEqualTo("\"" + text + "\"");
    }
}
