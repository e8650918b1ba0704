package org.unlisted.takedown.channel;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The channels of {@code config/channels.yaml}. Immutable. */
public final class ChannelCatalogue {
    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private record Catalogue(List<Channel> channels) {}

    private final List<Channel> channels;

    /**
     * @param channels in order of precedence; the last one serves every host
     */
    public ChannelCatalogue(List<Channel> channels) {
        this.channels = List.copyOf(channels);
        var ids = new HashSet<String>();
        for (Channel c : this.channels)
            if (!ids.add(c.id())) throw new IllegalArgumentException("two channels are called " + c.id());
        if (this.channels.isEmpty() || !this.channels.getLast().hosts().contains("*"))
            throw new IllegalArgumentException("the last channel does not serve every host (\"*\")");
    }

    /**
     * Reads the file.
     *
     * @throws IllegalArgumentException if it is not a catalogue; the message names the file and the place
     */
    public static ChannelCatalogue read(Path file) throws IOException {
        String yaml = Files.readString(file);
        try {
            return new ChannelCatalogue(MAPPER.readValue(yaml, Catalogue.class).channels());
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IllegalArgumentException(file.getFileName() + " is not a list of channels: " + e.getMessage(), e);
        }
    }

    /** The channel for a listing; the one for every host where its own is not known, or the URL has no host. */
    public Channel channel(URI listing) {
        String host = listing.getHost();
        return channels.stream()
                .filter(c -> host != null && c.serves(host))
                .findFirst()
                .orElse(channels.getLast());
    }

    public List<Channel> list() {
        return channels;
    }
}
