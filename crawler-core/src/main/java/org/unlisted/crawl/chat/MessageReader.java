package org.unlisted.crawl.chat;

import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.unlisted.crawl.listing.Listing;
import org.unlisted.crawl.listing.ScriptLanguage;
import org.unlisted.crawl.listing.Seller;
import tools.jackson.databind.JsonNode;

/** Turns the messages of one Telegram chat into listings. Fields as Telegram Desktop writes them. */
final class MessageReader {
    private static final Pattern HANDLE = Pattern.compile("[A-Za-z0-9_]{3,64}");
    private final String prefix;
    private final ExportFolder folder;

    /**
     * @param chatId the exporter's number of the chat
     * @param handle the channel's public name; empty where the export does not say it, as most do not
     */
    MessageReader(String chatId, String handle, ExportFolder folder) {
        this.prefix = HANDLE.matcher(handle).matches()
                ? "https://t.me/" + handle + "/"
                : "chat:telegram/" + chatId.replaceAll("[^A-Za-z0-9_-]", "_") + "/";
        this.folder = folder;
    }

    /**
     * A message with words or photos; service messages and voices are none, unreadable ones are named in
     * {@code skipped}.
     */
    Optional<Post> read(JsonNode node, List<String> skipped) {
        String id = node.path("id").asString("");
        if (!node.isObject() || !id.matches("-?\\d{1,18}")) {
            skipped.add("message without a number");
            return Optional.empty();
        }
        if (!node.path("type").asString("message").equals("message")) return Optional.empty();
        Optional<Instant> sentAt = sentAt(node);
        if (sentAt.isEmpty()) {
            skipped.add("message " + id + ": no readable date");
            return Optional.empty();
        }
        String text = text(node.path("text"));
        List<Path> photos = new ArrayList<>();
        photo(node).ifPresent(name -> {
            switch (folder.find(name)) {
                case ExportFolder.Found.File(Path file) -> photos.add(file);
                case ExportFolder.Found.Refused(String why) -> skipped.add("message " + id + ": photo " + why);
            }
        });
        if (text.isEmpty() && photos.isEmpty()) return Optional.empty();
        return Optional.of(new Post(id, node.path("from_id").asString(""), sentAt.get(), text, photos));
    }

    /** Posts of one album, or a single one, as one message under the number of the post that has the words. */
    ChatMessage message(List<Post> album) {
        Post main = album.stream().filter(p -> !p.text().isEmpty()).findFirst().orElse(album.getFirst());
        List<Path> photos = album.stream().flatMap(p -> p.photos().stream()).toList();
        List<URI> images = new ArrayList<>();
        for (int i = 1; i <= photos.size(); i++) images.add(URI.create(prefix + main.id() + "?photo=" + i));
        // Only a channel is a public voice; who wrote in a group stays out of the listing.
        Optional<Seller> seller =
                Optional.of(main.from()).filter(f -> f.startsWith("channel")).map(Seller::withHandle);
        Listing listing = new Listing(
                URI.create(prefix + main.id()),
                Listing.Structure.CHAT_MESSAGE,
                "",
                main.text(),
                Optional.empty(),
                ScriptLanguage.of(main.text()),
                seller,
                Optional.of(main.sentAt()),
                Optional.of(main.id()),
                images);
        return new ChatMessage(listing, main.sentAt(), photos);
    }

    /** {@code date_unixtime} where there is one: {@code date} is local time without an offset, taken as UTC. */
    private static Optional<Instant> sentAt(JsonNode node) {
        String seconds = node.path("date_unixtime").asString("");
        try {
            if (seconds.matches("\\d{1,12}")) return Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds)));
            return Optional.of(LocalDateTime.parse(node.path("date").asString("")).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A string, or a mixture of strings and entities with a text each. */
    private static String text(JsonNode node) {
        if (!node.isArray()) return node.asString("").strip();
        StringBuilder out = new StringBuilder();
        for (JsonNode part : node) out.append(part.isString() ? part.asString() : part.path("text").asString(""));
        return out.toString().strip();
    }

    /** The path of the photo, or of a picture sent as a file; instead of one there may be a sentence in brackets. */
    private static Optional<String> photo(JsonNode node) {
        boolean picture = node.path("mime_type").asString("").startsWith("image/") && !node.has("sticker_emoji");
        String name = node.path("photo").asString(picture ? node.path("file").asString("") : "");
        boolean sentence =
                name.startsWith("(") || name.contains("exceeds maximum size") || name.contains("not included");
        return name.isBlank() || sentence ? Optional.empty() : Optional.of(name);
    }

    /** A message before albums are put together. */
    record Post(String id, String from, Instant sentAt, String text, List<Path> photos) {
        Post {
            photos = List.copyOf(photos);
        }

        /** Photos of one sender, sent within a second of each other, of which at most one has words. */
        boolean sameAlbum(Post next, List<Post> album) {
            boolean words = !next.text().isEmpty() && album.stream().anyMatch(p -> !p.text().isEmpty());
            return !photos.isEmpty() && !next.photos().isEmpty() && !words && from.equals(next.from())
                    && Duration.between(sentAt, next.sentAt()).abs().compareTo(Duration.ofSeconds(1)) <= 0;
        }
    }
}
