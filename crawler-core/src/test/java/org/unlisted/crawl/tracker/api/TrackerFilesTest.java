package org.unlisted.crawl.tracker.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unlisted.crawl.tracker.TrackerException;
import org.unlisted.crawl.tracker.Trackers;

/** What stops the start: the message names the file, the tracker, and what to do. */
class TrackerFilesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "*:*                  | matches everything; write words",
        "NOT 招聘             | only says what must not be there: add what must",
        "-a -b                | only says what must not be there: add what must",
        "人脸 AND (NOT 招聘)  | only says what must not be there: add what must",
        "*face                | begins with a wildcard: write at least 2 characters before it",
        "text:*               | begins with a wildcard: write at least 2 characters before it",
        "?face                | begins with a wildcard: write at least 2 characters before it",
        "f*                   | too broad: write at least 2 characters before the wildcard",
        "人脸*                | each Chinese character is a word: write '人脸'",
        "abc~                 | too broad: fuzzy words have 4 letters at least",
        "/face.+/             | regular expressions are not taken: write words",
        "[a TO z]             | ranges are not taken",
        "body:人脸            | 'body' is no field; known are text, title, zh, exact",
        "text：人脸           | full-width signs do not work in a query: write : ( ) \" ! [ ] in ASCII",
        "人脸 and 素材        | write AND in capitals",
        "text:。              | nothing is left of '。'",
        "(人脸                | Encountered",
        "\"人脸               | Lexical error",
    })
    void badQueryStopsTheStart(String query, String advice) throws IOException {
        String file = "- id: good\n  query: 人脸\n- id: wrong\n  query: >-\n    " + query + "\n";
        assertWrong(file, "tracker 'wrong': query:", advice);
        assertWrong(file + "  pause: true\n", "tracker 'wrong': query:", advice);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{id: t, query: a, querry: b}         | 't': unknown key 'querry'; known are id, label, languages, note",
        "{query: a}                           | 'number 1': id is missing",
        "{id: t}                              | 't': query is missing",
        "{id: T 1, query: a}                  | 'T 1': id: 'T 1' is not 1 to 64 of a-z 0-9 -",
        "{id: 7, query: a}                    | '7': id: use a text, in quotes if it looks like a number",
        "{id: t, query: a, owner: ''}         | 't': owner: use a text",
        "{id: t, query: a, pause: maybe}      | 't': pause: use true or false",
        "{id: t, query: a, languages: zh}     | 't': languages: use a list such as [zh, vi]",
        "{id: t, query: a, languages: [zh_1]} | 't': languages: 'zh_1' is no tag",
        "{id: t, query: a, label: look here}  | 't': label: 'look here' is not one word in capitals",
        "{id: t, query: a, label: SALE}       | 't': label: only the offer reader says SALE",
        "just words                           | tracker number 1 is no mapping: write id: and query: under it",
    })
    void badTrackerStopsTheStart(String tracker, String advice) throws IOException {
        assertWrong("- " + tracker + "\n", "tracker", advice);
    }

    @Test
    void badFileStopsTheStart() throws IOException {
        assertWrong("id: t\nquery: a\n", "holds no list", "begin each tracker with '- id: '");
        assertWrong("- {id: t, query: a", "is not YAML", "");
        assertWrong("- {id: t, query: a, query: b}\n", "is not YAML", "query");
        assertWrong("- {id: t, query: a}\n- {id: t, query: b}\n", "tracker 't': id: it is in", "another id");
    }

    @Test
    void idIsUniqueAcrossFiles() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), "- {id: t, query: a}\n");
        assertWrong("- {id: t, query: b}\n", "tracker 't': id: it is in", "a.yaml");
    }

    @Test
    void otherEndingIsSaidInsteadOfPassedOver() throws IOException {
        Files.writeString(folder.resolve("ngo.yml"), "- {id: t, query: a}\n");
        assertThatThrownBy(() -> Trackers.load(folder))
                .isInstanceOf(TrackerException.class)
                .hasMessageContainingAll("ngo.yml", "rename it to .yaml");
    }

    @Test
    void commentsAloneAreNoTracker() throws IOException {
        Files.writeString(folder.resolve("ngo.yaml"), "# nothing yet\n");
        Files.writeString(folder.resolve("empty.yaml"), "");
        Files.writeString(folder.resolve("README"), "not a tracker file");
        try (Trackers trackers = Trackers.load(folder)) {
            assertThat(trackers.list()).isEmpty();
        }
    }

    private void assertWrong(String yaml, String what, String advice) throws IOException {
        Files.writeString(folder.resolve("ngo.yaml"), yaml);
        assertThatThrownBy(() -> Trackers.load(folder))
                .isInstanceOf(TrackerException.class)
                .hasMessageContaining("ngo.yaml")
                .hasMessageContainingAll(what, advice);
    }
}
