package org.unlisted.crawl.chat;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.unlisted.crawl.listing.Seller;

/**
 * A message as a format's reader found it, before its pictures are looked for.
 *
 * @param album whose album it may belong to; empty for formats that keep the pictures of a message together
 */
record Post(Origin origin, Words words, Attached attached, Optional<String> album) {

    static Post of(Origin origin, String text, Attached attached) {
        return new Post(origin, new Words("", text, Optional.empty()), attached, Optional.empty());
    }

    boolean isEmpty() {
        return words.text().isEmpty() && words.title().isEmpty() && attached.isEmpty();
    }

    /**
     * @param id     of the platform; empty where the format has none
     * @param seller a public voice only: a channel, a market's seller. Who wrote in a group is not kept
     * @param url    where it can be seen on the web; empty: {@link Chat#address}
     */
    record Origin(Chat chat, String id, Optional<Instant> sentAt, Optional<Seller> seller, Optional<URI> url) {
        Origin(Chat chat, String id, Optional<Instant> sentAt) {
            this(chat, id, sentAt, Optional.empty(), Optional.empty());
        }
    }

    /** @param text the author's own: quoted words of others are left out */
    record Words(String title, String text, Optional<String> priceText) {
        Words {
            title = clean(title);
            text = clean(text);
        }

        /** Half a surrogate pair is no character: it could not be written as UTF-8. */
        private static String clean(String text) {
            String stripped = text.strip();
            for (int i = 0; i < stripped.length(); i++) {
                if (!Character.isSurrogate(stripped.charAt(i))) continue;
                StringBuilder out = new StringBuilder(stripped.length());
                stripped.codePoints().forEach(c -> out.appendCodePoint(c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c));
                return out.toString();
            }
            return stripped;
        }
    }

    /**
     * Pictures.
     *
     * @param files  as the export names them, to be looked for in its folder
     * @param remote kept as addresses, never fetched here: attachments expire, and a plan decides what is fetched
     */
    record Attached(List<String> files, List<URI> remote) {
        static final Attached NONE = new Attached(List.of(), List.of());

        Attached {
            files = List.copyOf(files);
            remote = List.copyOf(remote);
        }

        /** @param names file names or http(s) addresses, as they come */
        static Attached of(List<String> names) {
            List<String> files = new ArrayList<>();
            List<URI> remote = new ArrayList<>();
            for (String name : names) {
                if (name.isBlank() || name.startsWith("data:")) continue;
                if (name.matches("(?i)https?://.*")) WebAddress.of(name).ifPresent(remote::add);
                else files.add(name);
            }
            return new Attached(files, remote.stream().distinct().toList());
        }

        boolean isEmpty() {
            return files.isEmpty() && remote.isEmpty();
        }
    }
}
