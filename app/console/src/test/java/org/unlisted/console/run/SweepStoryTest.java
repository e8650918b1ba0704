package org.unlisted.console.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.unlisted.crawl.signal.Severity;
import org.unlisted.sweep.protocol.SweepEvent;
import org.unlisted.takedown.sighting.ListingRef;
import org.unlisted.takedown.sighting.OfferFacts;

class SweepStoryTest {

    @Test
    void addsContactsOutOfPicturesToTheirOffer() {
        SweepStory story = new SweepStory();
        story.add(offer("/1", List.of("contact:QQ:b"), Severity.PERSONAL_DATA));
        story.add(offer("/2", List.of(), Severity.NONE));
        story.add(more("/1", List.of("contact:QQ:a", "contact:QQ:b")));
        story.add(more("/3", List.of("contact:QQ:c")));

        assertThat(story.offers()).containsExactly(
                offer("/1", List.of("contact:QQ:a", "contact:QQ:b"), Severity.PERSONAL_DATA),
                offer("/2", List.of(), Severity.NONE));
    }

    @Test
    void anOfferWithAContactInAPictureIsNoLongerWithoutSignal() {
        SweepStory story = new SweepStory();
        story.add(offer("/1", List.of(), Severity.NONE));
        story.add(more("/1", List.of("contact:QQ:a")));

        assertThat(story.offers()).containsExactly(offer("/1", List.of("contact:QQ:a"), Severity.CONTACT));
    }

    @Test
    void knowsWhatWasReadSoFarAndHowTheFetchWasDoingLast() {
        SweepStory story = new SweepStory();
        story.add(new SweepEvent.SourceRead("market", 40, 30));
        story.add(new SweepEvent.SourceRead("forum", 2, 1));
        story.add(gauge(1));
        story.add(gauge(2));

        assertThat(story.counts().pages()).isEqualTo(42);
        assertThat(story.counts().listings()).isEqualTo(31);
        assertThat(story.gauge()).hasValue(gauge(2));
    }

    private static SweepEvent.Gauge gauge(int done) {
        return new SweepEvent.Gauge("market", 1, done, 9, 1.5, 0, 100, Map.of("m.example", 3), Map.of());
    }

    private static SweepEvent.ContactsSeen more(String path, List<String> contacts) {
        return new SweepEvent.ContactsSeen(URI.create("https://market.example" + path), contacts);
    }

    private static SweepEvent.OfferSeen offer(String path, List<String> contacts, Severity severity) {
        OfferFacts facts = new OfferFacts("FACE_PHOTO", OptionalLong.empty(), OptionalLong.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), "");
        URI url = URI.create("https://market.example" + path);
        ListingRef listing = new ListingRef("market", url, "", "zh", Optional.empty(), facts);
        return new SweepEvent.OfferSeen(listing, listing.url(), 1, contacts, severity);
    }
}
