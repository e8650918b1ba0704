package org.unlisted.crawl.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionTest {

    @TempDir
    Path folder;

    @Test
    void readsWeightsByLabel() throws IOException {
        assertThat(read("{\"source\": \"by hand\", \"scores\": {\"SALE\": {\"bias\": -3, \"weights\": {\"price\": 0.5, \"seek\": -1e-2}}}}"))
                .isEqualTo(new Decision("by hand", Map.of(OfferLabel.SALE, new Decision.Score(-3, Map.of("price", 0.5, "seek", -0.01)))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{}|source", "{\"source\": \"x\"}|scores", "{\"source\": \"x\", \"scores\": {}, \"colour\": 1}|colour", "{\"source\": 1, \"scores\": {}}|line 1",
        "{\"source\": \"x\", \"scores\": {\"SALES\": {\"bias\": 1, \"weights\": {}}}}|SALES", "{\"source\": \"x\", \"scores\": {\"SALE\": {\"bias\": 1}}}|weights",
        "{\"source\": \"x\", \"scores\": {\"SALE\": {\"bias\": \"1\", \"weights\": {}}}}|line 1", "{\"source\": \"x\", \"source\": \"y\", \"scores\": {}}|twice", "[]|line 1",
        "{\"source\"|decision.json", "``|line 1",
    })
    void namesTheFileAndWhatIsWrongWithIt(String json, String wrong) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(IOException.class).hasMessageContaining("decision.json").hasMessageContaining(wrong);
    }

    @Test
    void namesTheFileThatIsMissing() {
        assertThatThrownBy(() -> Decision.load(folder)).isInstanceOf(IOException.class).hasMessageContaining("decision.json");
    }

    private Decision read(String json) throws IOException {
        Files.writeString(folder.resolve("decision.json"), json);
        return Decision.load(folder);
    }
}
