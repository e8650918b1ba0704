package org.unlisted.takedown.channel;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A recipient of notices and the way in.
 *
 * @param id       {@code a-z 0-9 -}
 * @param names    of the recipient, by BCP 47 tag; {@code en} is always there
 * @param hosts    served by it: {@code t.me} stands for itself and everything below it; {@code *} for every host
 * @param url      of the form
 * @param note     for the person who files: what the channel asks, where we know it from
 * @param verified an official page of the recipient names this channel and was read on the date in the note. Nothing
 *                 may use a channel by itself unless it is
 */
public record Channel(
        String id,
        Map<String, String> names,
        List<String> hosts,
        Mode mode,
        Optional<URI> url,
        String note,
        boolean verified) {

    public Channel {
        if (!id.matches("[a-z0-9-]{1,40}")) throw new IllegalArgumentException("not a channel id: " + id);
        names = Map.copyOf(names);
        if (!names.containsKey("en")) throw new IllegalArgumentException("channel " + id + " has no English name");
        hosts = List.copyOf(hosts);
        requireNonNull(mode, "mode");
        requireNonNull(url, "url");
        requireNonNull(note, "note");
    }

    /** How a notice gets in. */
    public enum Mode {
        /** A form on the web, filled in by the operator. */
        @JsonProperty("web-form")
        WEB_FORM,
        /** The person concerned files it themselves, mostly inside an app; we prepare the words. */
        @JsonProperty("assisted")
        ASSISTED,
        /** A mailbox for abuse reports. */
        @JsonProperty("e-mail")
        E_MAIL
    }

    /** The recipient's name in that language, in English where it has none. */
    public String name(String language) {
        return names.getOrDefault(language, names.getOrDefault("en", id));
    }

    boolean serves(String host) {
        String asked = host.toLowerCase(Locale.ROOT);
        return hosts.stream().anyMatch(h -> h.equals("*") || asked.equals(h) || asked.endsWith("." + h));
    }
}
