package org.unlisted.crawl.chat;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unlisted.crawl.listing.AskedPrice;
import org.unlisted.crawl.listing.Listing;
import org.unlisted.crawl.listing.ScriptLanguage;

/**
 * Judges the messages of one file, a few hundred at a time on all processors, and passes on what is wanted in the order
 * of the export; only then are its pictures looked for. Not thread-safe.
 */
final class Sieve {
    private static final Logger LOG = LoggerFactory.getLogger(Sieve.class);
    /** Characters of a message that are read: as long as WeChat's longest, and four times Telegram's. */
    static final int LONGEST_TEXT = 1 << 14;

    private static final int MOST_WAITING = 512;
    private static final int LARGEST_WAITING = 1 << 20; // characters

    private final Intake.Handover handover;
    private final String format;
    private final ExportFolder folder;
    private final Repeats repeats = new Repeats();
    private final List<Waiting> waiting = new ArrayList<>();
    private long size;

    Sieve(Intake.Handover handover, String format, ExportFolder folder) {
        this.handover = handover;
        this.format = format;
        this.folder = folder;
    }

    /** @param pictures of the message, and of the album that it stands under */
    private record Waiting(Post.Origin origin, Listing listing, List<Attached> pictures) {}

    private record Attached(String id, Post.Attached names) {}

    private enum Verdict {
        WANTED,
        DROPPED,
        FAILED
    }

    /** @param main the one of the album that has the words */
    void take(Post main, List<Post> album) {
        Listing listing = listing(main);
        if (repeats.wereDropped(listing)) return;
        List<Attached> pictures = album.stream()
                .filter(p -> !p.attached().isEmpty())
                .map(p -> new Attached(p.origin().id(), p.attached()))
                .toList();
        waiting.add(new Waiting(main.origin(), listing, pictures));
        size += listing.title().length() + listing.text().length();
        for (Attached a : pictures) for (String name : a.names().files()) size += name.length();
        if (waiting.size() >= MOST_WAITING || size >= LARGEST_WAITING) finish();
    }

    /** What waits is judged now: the end of a chat, or of the file. */
    void finish() {
        List<Verdict> verdicts = waiting.parallelStream().map(this::judged).toList();
        for (int i = 0; i < verdicts.size(); i++) {
            Waiting one = waiting.get(i);
            switch (verdicts.get(i)) {
                case WANTED -> pass(one);
                case DROPPED -> repeats.dropped(one.listing());
                case FAILED -> handover.remark("could not be judged, message", one.origin().id());
            }
        }
        waiting.clear();
        size = 0;
    }

    private Verdict judged(Waiting one) {
        try {
            return handover.wanted().test(one.listing()) ? Verdict.WANTED : Verdict.DROPPED;
        } catch (RuntimeException | StackOverflowError e) { // one item of a job; a regular expression may recurse
            // Its own words may quote the message.
            LOG.warn("event=message-not-judged format={} cause={}", format, e.getClass().getName());
            return Verdict.FAILED;
        }
    }

    private void pass(Waiting one) {
        List<Path> photos = new ArrayList<>();
        List<URI> remote = new ArrayList<>();
        for (Attached attached : one.pictures()) {
            remote.addAll(attached.names().remote());
            for (String name : attached.names().files()) {
                switch (folder.find(name)) {
                    case ExportFolder.Found.File(Path path) -> photos.add(path);
                    case ExportFolder.Found.Refused(String why) ->
                            handover.remark("photo " + why + ": message", attached.id());
                }
            }
        }
        List<URI> images = new ArrayList<>();
        URI own = one.origin().chat().address(one.origin().id());
        for (int i = 1; i <= photos.size(); i++) images.add(URI.create(own + "?photo=" + i));
        images.addAll(remote.stream().distinct().toList());
        handover.sink().message(new ChatMessage(
                handover.file(),
                format,
                Remarks.plain(one.origin().chat().name(), 200),
                with(one.listing(), images),
                one.origin().sentAt(),
                photos));
    }

    private Listing listing(Post post) {
        Post.Origin origin = post.origin();
        String title = read(post.words().title(), origin.id());
        String text = read(post.words().text(), origin.id());
        String language = ScriptLanguage.of(title + text);
        return new Listing(
                origin.url().orElseGet(() -> origin.chat().address(origin.id())),
                Listing.Structure.CHAT_MESSAGE,
                title,
                text,
                post.words().priceText().map(p -> AskedPrice.of(p, language)),
                language,
                origin.seller(),
                origin.sentAt(),
                Optional.of(origin.id()),
                List.of());
    }

    private String read(String text, String id) {
        if (text.length() <= LONGEST_TEXT) return text;
        handover.remark("longer than " + LONGEST_TEXT + " characters, read to there, message", id);
        int end = Character.isHighSurrogate(text.charAt(LONGEST_TEXT - 1)) ? LONGEST_TEXT - 1 : LONGEST_TEXT;
        return text.substring(0, end);
    }

    private static Listing with(Listing l, List<URI> images) {
        return new Listing(
                l.url(),
                l.structure(),
                l.title(),
                l.text(),
                l.price(),
                l.language(),
                l.seller(),
                l.postedAt(),
                l.itemId(),
                images);
    }
}
