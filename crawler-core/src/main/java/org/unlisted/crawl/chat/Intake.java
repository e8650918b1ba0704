package org.unlisted.crawl.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.CRC32C;
import org.unlisted.crawl.listing.Listing;

/**
 * Takes the posts of one file, puts albums together, names what is odd and hands the rest to the {@link Sieve}. Not
 * thread-safe.
 */
final class Intake {
    /** Telegram's limit of an album. */
    private static final int LARGEST_ALBUM = 10;

    private final String file;
    private final String format;
    private final Remarks remarks;
    private final Sieve sieve;
    private final List<Post> album = new ArrayList<>();
    private final Set<String> chats = new LinkedHashSet<>();
    private long read;
    private long said;

    Intake(Handover handover, String format, ExportFolder folder) {
        this.file = handover.file();
        this.format = format;
        this.remarks = handover.remarks();
        this.sieve = new Sieve(handover, format, folder);
    }

    /** What one file is read for. */
    record Handover(String file, Predicate<Listing> wanted, MessageSink sink, Remarks remarks) {
        Handover of(String otherFile) {
            return new Handover(otherFile, wanted, sink, remarks);
        }

        void remark(String what) {
            remarks.add(file, what);
        }

        void remark(String what, String id) {
            remarks.add(file, what, id);
        }
    }

    void take(Reading reading) {
        read++;
        switch (reading) {
            case Reading.Silent() -> {}
            case Reading.Odd(String id, String why) ->
                    remarks.add(file, "message " + why, id.isEmpty() ? "#" + read : id);
            case Reading.Said(Post post) -> {
                if (!post.isEmpty()) take(named(post));
            }
        }
    }

    /**
     * Formats without ids: when it was sent and a hash of its words, which a later export of the same chat gives again,
     * so that a case finds its message.
     */
    private Post named(Post post) {
        Post.Origin origin = post.origin();
        if (!origin.id().isEmpty()) return post;
        String words = post.words().text() + String.join("\n", post.attached().files());
        String id = origin.sentAt().map(t -> t.getEpochSecond() + "-" + hash(words)).orElse("n" + read);
        Post.Origin counted = new Post.Origin(origin.chat(), id, origin.sentAt(), origin.seller(), origin.url());
        return new Post(counted, post.words(), post.attached(), post.album());
    }

    private static String hash(String words) {
        CRC32C crc = new CRC32C();
        crc.update(words.getBytes(UTF_8));
        return String.format(Locale.ROOT, "%08x", crc.getValue());
    }

    private void take(Post post) {
        if (post.origin().sentAt().isEmpty()) remarks.add(file, "no readable date in message", post.origin().id());
        if (!album.isEmpty() && !sameAlbum(post)) closeAlbum();
        album.add(post);
    }

    /** Pictures of one sender, sent within a second of each other, of which at most one has words. */
    private boolean sameAlbum(Post next) {
        Post last = album.getLast();
        Optional<Instant> before = last.origin().sentAt();
        Optional<Instant> now = next.origin().sentAt();
        if (next.album().isEmpty() || !next.album().equals(last.album()) || album.size() == LARGEST_ALBUM) return false;
        if (before.isEmpty() || now.isEmpty() || !last.origin().chat().equals(next.origin().chat())) return false;
        boolean twoTexts = !next.words().text().isEmpty() && album.stream().anyMatch(p -> !p.words().text().isEmpty());
        return !last.attached().isEmpty() && !next.attached().isEmpty() && !twoTexts
                && Duration.between(before.get(), now.get()).abs().compareTo(Duration.ofSeconds(1)) <= 0;
    }

    /** The end of a chat, or of the file, also where it breaks off. */
    void finish() {
        closeAlbum();
        sieve.finish();
    }

    private void closeAlbum() {
        if (album.isEmpty()) return;
        Post main = album.stream().filter(p -> !p.words().text().isEmpty()).findFirst().orElse(album.getFirst());
        said++;
        if (chats.size() < 1000) chats.add(Remarks.plain(main.origin().chat().name(), 200));
        sieve.take(main, album);
        album.clear();
    }

    /** Messages with words or pictures; an album is one. */
    long said() {
        return said;
    }

    /** All that were looked at. */
    long read() {
        return read;
    }

    ReadFile result(Optional<String> version) {
        String name = chats.size() == 1 ? chats.iterator().next() : chats.size() + " chats";
        return new ReadFile(file, format, version.map(v -> Remarks.plain(v, 40)), name, said);
    }
}
