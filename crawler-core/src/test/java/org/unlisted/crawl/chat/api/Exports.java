package org.unlisted.crawl.chat.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.unlisted.crawl.chat.ChatExports;
import org.unlisted.crawl.chat.ChatImport;
import org.unlisted.crawl.chat.ChatMessage;
import org.unlisted.crawl.listing.Listing;

/** Reads small exports whole, for tests. */
final class Exports {
    private Exports() {}

    record All(ChatImport.Read read, List<ChatMessage> messages) {
        List<String> skipped() {
            return read.skipped();
        }

        List<String> texts() {
            return messages.stream().map(m -> m.listing().text()).toList();
        }

        List<String> ids() {
            return messages.stream().map(m -> m.listing().itemId().orElseThrow()).toList();
        }

        String format() {
            return read.files().getFirst().format();
        }
    }

    static All read(Path export) {
        return read(export, listing -> true);
    }

    static All read(Path export, Predicate<Listing> wanted) {
        List<ChatMessage> messages = new ArrayList<>();
        ChatImport result = new ChatExports().read(export, wanted, messages::add);
        assertThat(result).isInstanceOf(ChatImport.Read.class);
        return new All((ChatImport.Read) result, messages);
    }

    static String refused(Path export) {
        List<ChatMessage> messages = new ArrayList<>();
        ChatImport result = new ChatExports().read(export, listing -> true, messages::add);
        assertThat(result).isInstanceOf(ChatImport.Refused.class);
        assertThat(messages).isEmpty();
        return ((ChatImport.Refused) result).reason();
    }
}
