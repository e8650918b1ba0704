package org.unlisted.sweep;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unlisted.crawl.capture.Exchange;
import org.unlisted.crawl.capture.OfferImage;
import org.unlisted.crawl.capture.OfferListing;
import org.unlisted.crawl.chat.ChatExports;
import org.unlisted.crawl.chat.ChatImport;
import org.unlisted.crawl.chat.ChatMessage;
import org.unlisted.crawl.listing.Listing;
import org.unlisted.crawl.offer.Offer;
import org.unlisted.crawl.offer.OfferReader;
import org.unlisted.crawl.tracker.TrackedListing;
import org.unlisted.crawl.tracker.TrackerHit;
import org.unlisted.crawl.tracker.Trackers;
import org.unlisted.sweep.match.Matcher;
import org.unlisted.sweep.match.PictureFinding;
import org.unlisted.sweep.match.SellerSignals;
import org.unlisted.sweep.match.Sightings;
import org.unlisted.sweep.plan.Source;
import org.unlisted.sweep.protocol.SweepOrder;
import org.unlisted.takedown.sighting.Sighting;

/**
 * Reads one chat export, or a folder of them. Photos of messages that offer nothing are never opened, and pictures that
 * an export only has the address of are never fetched.
 */
final class ChatSweep {
    private static final Logger LOG = LoggerFactory.getLogger(ChatSweep.class);
    /** Bytes; a zip may hold more than it seems. */
    private static final int LARGEST_PHOTO = 64 << 20;

    private final SweepOrder order;
    private final Source.ChatExport source;
    private final Matcher matcher;
    private final Tally tally;
    /** For pictures out of a zip, which is closed when it is read. */
    private final Path scratch;
    private int unpacked;
    private final SellerSignals signals;
    /** When the export was read is when it was captured; when a message was sent stands in its text. */
    private final Instant readAt = Instant.now();

    private record Post(ChatMessage message, OfferListing offer) {}

    ChatSweep(
            SweepOrder order, Source.ChatExport source, Matcher matcher, Tally tally, ScratchFolder scratch) {
        this.order = order;
        this.source = source;
        this.matcher = matcher;
        this.tally = tally;
        this.scratch = scratch.resolve(source.id());
        this.signals = new SellerSignals(order.contactKey().bytes());
    }

    void run() throws IOException {
        tally.progress("import", 0, 0, 1);
        OfferReader reader = OfferReader.load(order.lexicon());
        List<ChatMessage> offers = new ArrayList<>();
        ChatImport export;
        try (Trackers trackers = Trackers.load(order.trackers())) {
            // What offers nothing is dropped while the export is read: it may hold a million messages of bystanders.
            export = new ChatExports().read(
                    source.path(),
                    listing -> sale(reader, listing).isPresent() || !trackers.match(listing).isEmpty(),
                    message -> {
                        Listing listing = message.listing();
                        List<TrackerHit> hits = trackers.match(listing);
                        if (!hits.isEmpty()) tally.tracked(source.id(), new TrackedListing(listing.url(), hits));
                        if (sale(reader, listing).isPresent()) offers.add(withPhotosAtHand(message));
                    });
        }
        switch (export) {
            case ChatImport.Refused(String reason) -> tally.skip(source.id(), "source", reason);
            case ChatImport.Read read -> {
                for (String skipped : read.skipped()) tally.skip(source.id(), "message", skipped);
                tally.read((int) Math.min(Integer.MAX_VALUE, read.messages()), offers.size());
                tally.progress("import", 0, 1, 1);
                match(offers(reader, offers));
            }
        }
    }

    private ChatMessage withPhotosAtHand(ChatMessage message) {
        List<Path> photos = new ArrayList<>();
        for (Path photo : message.photos()) photos.add(atHand(photo));
        return new ChatMessage(
                message.file(), message.format(), message.chat(), message.listing(), message.sentAt(), photos);
    }

    private Path atHand(Path photo) {
        if (photo.getFileSystem().equals(FileSystems.getDefault())) return photo;
        Path copy = scratch.resolve(String.valueOf(++unpacked)); // a name out of a zip is a stranger's word
        try (InputStream in = Files.newInputStream(photo)) {
            Files.createDirectories(scratch);
            Files.write(copy, in.readNBytes(LARGEST_PHOTO));
        } catch (IOException e) { // one item of a job: it is named when it is looked at
            LOG.warn("event=photo-not-unpacked source={} cause={}", source.id(), e.toString());
        }
        return copy;
    }

    private static Optional<Offer> sale(OfferReader reader, Listing listing) {
        return reader.read(listing).stream().filter(Offer::permitsFaceScan).findFirst();
    }

    private List<Post> offers(OfferReader reader, List<ChatMessage> messages) {
        List<Post> posts = new ArrayList<>();
        for (ChatMessage message : messages) {
            Optional<Offer> offer = sale(reader, message.listing());
            if (offer.isEmpty()) continue;
            OfferListing found = new OfferListing(message.listing().url(), message.listing(), offer.get());
            posts.add(new Post(message, found));
            tally.offer(signals.seen(source.id(), found, message.photos().size()));
        }
        return posts;
    }

    private void match(List<Post> posts) throws IOException {
        int total = posts.stream().mapToInt(p -> p.message().photos().size()).sum();
        if (total == 0 || matcher.enrolees() == 0) return;
        List<PictureFinding> findings = new ArrayList<>();
        Map<URI, Exchange> pages = new HashMap<>();
        try (Matcher.LocalScan scan = matcher.local()) {
            for (Post post : posts) {
                pages.put(post.offer().page(), page(post.message()));
                for (int i = 0; i < post.message().photos().size(); i++) {
                    look(scan, post, i).ifPresent(findings::add);
                    tally.progress("match", 0, findings.size(), total);
                }
            }
        }
        findings.forEach(tally::picture);
        SellerSignals.seen(findings).forEach(tally::contacts);
        for (Sighting sighting : new Sightings(source.id(), order)
                .of(findings, offer -> Optional.ofNullable(pages.get(offer.page()))))
            tally.sighting(sighting);
    }

    private Optional<PictureFinding> look(Matcher.LocalScan scan, Post post, int index) throws IOException {
        Path photo = post.message().photos().get(index);
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(photo);
        } catch (IOException e) { // one item of a job
            tally.skip(String.valueOf(photo.getFileName()), "message", "the photo cannot be read");
            return Optional.empty();
        }
        URI url = post.message().listing().images().get(index);
        return Optional.of(scan.look(new OfferImage(
                exported(url, "application/octet-stream", bytes), List.of(post.offer()))));
    }

    /** What the export says, as a file: it was not fetched, and the record must not look as if it was. */
    private Exchange page(ChatMessage message) {
        String sent = message.sentAt().map(t -> "sent " + t).orElse("without a readable date");
        String title = message.listing().title().isEmpty() ? "" : message.listing().title() + "\n\n";
        String text = "Message " + message.listing().url() + "\n" + sent + ", read from an export ("
                + message.format() + ")\n\n" + title + message.listing().text();
        return exported(message.listing().url(), "text/plain; charset=utf-8", text.getBytes(UTF_8));
    }

    private Exchange exported(URI url, String type, byte[] body) {
        return new Exchange(
                url.getScheme().startsWith("http") ? URI.create("chat:export/" + url) : url,
                readAt,
                200,
                List.of(),
                List.of(Map.entry("Content-Type", type)),
                Optional.empty(),
                false,
                body);
    }
}
