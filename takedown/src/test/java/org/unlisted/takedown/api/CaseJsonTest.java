package org.unlisted.takedown.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unlisted.takedown.fixture.Samples.bareOffer;
import static org.unlisted.takedown.fixture.Samples.confirmed;
import static org.unlisted.takedown.fixture.Samples.listing;
import static org.unlisted.takedown.fixture.Samples.review;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unlisted.takedown.cases.Case;
import org.unlisted.takedown.cases.CaseState;
import tools.jackson.databind.json.JsonMapper;

/** The console stores cases as JSON, with a plain mapper. */
class CaseJsonTest {
    private static final JsonMapper MAPPER = new JsonMapper();

    static Stream<CaseState> states() {
        return Stream.of(
                new CaseState.UnderReview(),
                new CaseState.Confirmed(review()),
                new CaseState.Dismissed(review()),
                new CaseState.Noticed(review(), Instant.parse("2026-11-22T10:00:00.123456Z")));
    }

    @ParameterizedTest
    @MethodSource("states")
    void aCaseSurvivesItsJsonInEveryState(CaseState state) {
        Case full = confirmed();
        var written = new Case(full.id(), full.subject(), full.listing(), full.sightings(), state, full.openedAt());
        String json = MAPPER.writeValueAsString(written);

        assertThat(MAPPER.readValue(json, Case.class)).isEqualTo(written);
        assertThat(json).contains("\"id\":\"C-2026-7K3M9Q2X\"", "\"state\":{\"state\":\"" + state.word() + "\"");
    }

    @Test
    void whatAListingDoesNotSayIsStillUnsaidAfterwards() {
        Case bare = confirmed(listing("en", bareOffer()));
        assertThat(MAPPER.readValue(MAPPER.writeValueAsString(bare), Case.class)).isEqualTo(bare);
    }
}
