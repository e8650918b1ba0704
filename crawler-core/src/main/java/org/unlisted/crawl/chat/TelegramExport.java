package org.unlisted.crawl.chat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unlisted.crawl.listing.Listing;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the {@code result.json} of Telegram Desktop ("Export chat history", JSON), of one chat or of a whole account.
 * The file is read message by message, whatever its size. Thread-safe.
 */
public final class TelegramExport {
    private static final Logger LOG = LoggerFactory.getLogger(TelegramExport.class);
    private static final String FILE = "result.json";
    // Some exporter versions wrote control characters raw or as \x01, which is no JSON (tdesktop #27571).
    private final JsonMapper mapper = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS, JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();

    /** All messages with words or photos. */
    public ChatImport read(Path resultJsonOrFolder) {
        return read(resultJsonOrFolder, listing -> true);
    }

    /**
     * Only the messages that are wanted; the others are dropped while reading, so that a large export does not have to
     * fit into memory and bystanders' talk is not kept.
     *
     * @param resultJsonOrFolder the file, or the folder that holds it and the photos
     */
    public ChatImport read(Path resultJsonOrFolder, Predicate<Listing> wanted) {
        Path file = Files.isDirectory(resultJsonOrFolder) ? resultJsonOrFolder.resolve(FILE) : resultJsonOrFolder;
        if (!Files.isRegularFile(file)) return new ChatImport.Refused("no such file: " + file.getFileName());
        Reading reading = new Reading(new ExportFolder(file.toAbsolutePath().resolveSibling("")), wanted);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
                JsonParser json = mapper.createParser(in)) {
            if (json.nextToken() != JsonToken.START_OBJECT)
                return new ChatImport.Refused(file.getFileName() + " is not a Telegram export: no object at its root");
            reading.root(json);
        } catch (JacksonException e) {
            if (!reading.sawMessages())
                return new ChatImport.Refused(file.getFileName() + " is not readable JSON: " + e.getOriginalMessage());
            reading.brokenOff(file.getFileName() + " broke off: " + e.getOriginalMessage());
        } catch (IOException e) {
            return new ChatImport.Refused("cannot read " + file.getFileName() + ": " + e.getClass().getSimpleName());
        }
        if (!reading.sawMessages())
            return new ChatImport.Refused(file.getFileName() + " is not a Telegram export: neither messages nor chats");
        ChatImport.Read result = reading.result();
        LOG.info("import=telegram messages={} skipped={}", result.messages().size(), result.skipped().size());
        return result;
    }

    /** One pass over one file. Not thread-safe. */
    private static final class Reading {
        private final ExportFolder folder;
        private final Predicate<Listing> wanted;
        private final List<String> chats = new ArrayList<>();
        private final List<ChatMessage> messages = new ArrayList<>();
        private final List<String> skipped = new ArrayList<>();
        private boolean sawMessages;

        Reading(ExportFolder folder, Predicate<Listing> wanted) {
            this.folder = folder;
            this.wanted = wanted;
        }

        boolean sawMessages() {
            return sawMessages;
        }

        void brokenOff(String why) {
            skipped.add(why);
        }

        ChatImport.Read result() {
            String name = chats.size() == 1 ? chats.getFirst() : chats.size() + " chats";
            return new ChatImport.Read(name, messages, skipped);
        }

        /** A single chat's export is a chat object; a whole account's has lists of them. */
        void root(JsonParser json) {
            chat(json);
        }

        private void chat(JsonParser json) {
            String name = "";
            String id = "unknown";
            String handle = "";
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String field = json.currentName();
                JsonToken value = json.nextToken();
                if (value == JsonToken.START_ARRAY && field.equals("messages")) {
                    sawMessages = true;
                    chats.add(name);
                    messages(json, new MessageReader(id, handle, folder));
                } else if (value == JsonToken.START_OBJECT && (field.equals("chats") || field.equals("left_chats"))) {
                    sawMessages = true;
                    list(json);
                } else if (value.isScalarValue()) {
                    String text = Optional.ofNullable(json.getValueAsString()).orElse("");
                    switch (field) {
                        case "name" -> name = text;
                        case "id" -> id = text;
                        case "username" -> handle = text;
                        default -> {} // the exporter adds fields now and then
                    }
                } else json.skipChildren();
            }
        }

        private void list(JsonParser json) {
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean list = json.currentName().equals("list");
                if (json.nextToken() != JsonToken.START_ARRAY || !list) {
                    json.skipChildren();
                    continue;
                }
                while (json.nextToken() == JsonToken.START_OBJECT) chat(json);
            }
        }

        private void messages(JsonParser json, MessageReader reader) {
            // An album is exported as one message a photo, of which one has the words: they are one offer.
            List<MessageReader.Post> album = new ArrayList<>();
            try {
                while (json.nextToken() != null && json.currentToken() != JsonToken.END_ARRAY) {
                    JsonNode node = json.readValueAsTree();
                    Optional<MessageReader.Post> post = reader.read(node, skipped);
                    if (post.isEmpty()) continue;
                    if (!album.isEmpty() && !album.getLast().sameAlbum(post.get(), album)) finish(album, reader);
                    album.add(post.get());
                }
            } finally {
                finish(album, reader); // also when the file breaks off
            }
        }

        private void finish(List<MessageReader.Post> album, MessageReader reader) {
            if (!album.isEmpty()) {
                ChatMessage message = reader.message(album);
                if (wanted.test(message.listing())) messages.add(message);
            }
            album.clear();
        }
    }
}
