package org.unlisted.console.demo;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a sweep of the sample market must find, may find, and must leave alone. A listing is a path on the market's
 * origin ({@code /forum/t1.html#p3}) or a URL elsewhere ({@code https://t.me/x/5}).
 *
 * @param enrol        the people to enrol
 * @param found        who must be found where
 * @param mayBeFound   people who are there, but so badly seen that either answer is right
 * @param near         strangers who look enough like somebody enrolled to come before the reviewer
 * @param nearMisses   pages that look like offers and are none
 * @param neverFetched pages and pictures that nobody may ask the market for
 * @param skipped      items left out, by reason
 */
public record Expected(
        List<Enrol> enrol,
        List<Found> found,
        List<MayBeFound> mayBeFound,
        List<Near> near,
        List<ReadOffer> offers,
        List<NearMiss> nearMisses,
        List<String> neverFetched,
        Map<String, List<String>> skipped) {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES) // absent ones too, but Optional
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    public Expected {
        enrol = List.copyOf(enrol);
        found = List.copyOf(found);
        mayBeFound = List.copyOf(mayBeFound);
        near = List.copyOf(near);
        offers = List.copyOf(offers);
        nearMisses = List.copyOf(nearMisses);
        neverFetched = List.copyOf(neverFetched);
        Map<String, List<String>> copy = new LinkedHashMap<>();
        skipped.forEach((reason, items) -> copy.put(reason, List.copyOf(items)));
        skipped = Map.copyOf(copy);
    }

    /**
     * @param language BCP 47
     * @param photos   paths beside the samples
     */
    public record Enrol(String id, String name, String language, List<String> photos) {
        public Enrol {
            requireNonNull(id, "id");
            requireNonNull(name, "name");
            requireNonNull(language, "language");
            photos = List.copyOf(photos);
        }
    }

    /** A person who must be found, and the pictures that show them. */
    public record Found(String listing, String person, List<String> images) {
        public Found {
            requireNonNull(listing, "listing");
            requireNonNull(person, "person");
            images = List.copyOf(images);
        }
    }

    /** A person who is there, and why nobody can demand that they be found. */
    public record MayBeFound(String listing, String person, String why) {
        public MayBeFound {
            requireNonNull(listing, "listing");
            requireNonNull(person, "person");
            requireNonNull(why, "why");
        }
    }

    /** A stranger who looks like a person enrolled. */
    public record Near(String listing, String person, String stranger, String image) {
        public Near {
            requireNonNull(listing, "listing");
            requireNonNull(person, "person");
            requireNonNull(stranger, "stranger");
            requireNonNull(image, "image");
        }
    }

    /** An offer as a person reads it; what it does not say is empty. */
    public record ReadOffer(
            String listing,
            String kind,
            OptionalLong persons,
            OptionalLong images,
            Optional<BigDecimal> price,
            Optional<String> currency,
            Optional<String> basis,
            Optional<BigDecimal> pricePerFace) {
        public ReadOffer {
            requireNonNull(listing, "listing");
            requireNonNull(kind, "kind");
            requireNonNull(persons, "persons");
            requireNonNull(images, "images");
            requireNonNull(price, "price");
            requireNonNull(currency, "currency");
            requireNonNull(basis, "basis");
            requireNonNull(pricePerFace, "pricePerFace");
        }
    }

    /** A page that is no offer, and why. */
    public record NearMiss(String listing, String why) {
        public NearMiss {
            requireNonNull(listing, "listing");
            requireNonNull(why, "why");
        }
    }

    /**
     * Reads the file.
     *
     * @throws IOException if it cannot be read, has an unknown key, or misses one; the message names the key
     */
    public static Expected read(Path json) throws IOException {
        try {
            return MAPPER.readValue(Files.readAllBytes(json), Expected.class);
        } catch (JacksonException e) {
            String where = json.getFileName() + ": " + e.getPathReference();
            throw new IOException(where + ": " + e.getOriginalMessage(), e);
        }
    }

    /** The listing on a market that is served at {@code origin}. */
    static URI on(URI origin, String listing) {
        return origin.resolve(listing);
    }
}
