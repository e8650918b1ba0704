package org.unlisted.crawl.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The committed weights are what the development texts teach; {@code -Dunlisted.learn=true} writes them anew. */
class LearnDecisionTest {
    private static final Path LEXICON = Path.of("../config/lexicon");

    @Test
    void givesTheCommittedWeightsAgain() throws IOException {
        List<Path> texts;
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/offers/dev"))) {
            texts = files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList();
        }

        LearnDecision.Learnt learnt = LearnDecision.learn(LEXICON, texts);

        if (Boolean.getBoolean("unlisted.learn")) LearnDecision.write(LEXICON, learnt);
        assertThat(Decision.load(LEXICON).scores()).as("learn again with -Dunlisted.learn=true").isEqualTo(learnt.decision().scores());
        assertThat(lines(Gist.FILE)).isEqualTo(learnt.gist().stream().map(LinearModel::line).toList());
        assertThat(lines(Roles.FILE)).isEqualTo(learnt.roles().stream().map(LinearModel::line).toList());
    }

    /** Without the names of the columns. */
    private static List<String> lines(String file) throws IOException {
        List<String> lines = Files.readAllLines(LEXICON.resolve(file));
        return lines.subList(1, lines.size());
    }
}
