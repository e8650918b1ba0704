package org.unlisted.crawl.listing;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who offers, as the page says it in public; at least one of the two is there.
 *
 * @param name   as displayed
 * @param handle what the platform knows the account by: a user name without {@code @}, the slug of a profile link, a uid
 */
public record Seller(Optional<String> name, Optional<String> handle) {
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    public Seller {
        requireNonNull(name, "name");
        requireNonNull(handle, "handle");
        if (name.isEmpty() && handle.isEmpty()) throw new IllegalArgumentException("a seller without name and handle");
    }

    public static Seller named(String name) {
        return new Seller(Optional.of(name), Optional.empty());
    }

    public static Seller withHandle(String handle) {
        return new Seller(Optional.empty(), Optional.of(handle));
    }

    /** The one word to call the account by: the handle, or the name where the handle is a mere number. */
    public String label() {
        return handle.filter(h -> name.isEmpty() || !NUMBER.matcher(h).matches()).or(() -> name).orElseThrow();
    }
}
