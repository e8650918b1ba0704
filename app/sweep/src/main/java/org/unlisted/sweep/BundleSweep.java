package org.unlisted.sweep;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.unlisted.crawl.capture.Exchange;
import org.unlisted.crawl.capture.OfferImage;
import org.unlisted.crawl.capture.OfferListing;
import org.unlisted.sweep.match.Matcher;
import org.unlisted.sweep.match.PictureFinding;
import org.unlisted.sweep.match.Sightings;
import org.unlisted.sweep.protocol.SweepOrder;
import org.unlisted.takedown.sighting.Sighting;

/** Looks through a bundle that somebody lawfully holds: folders, zips, pictures. Says whom to warn, and nothing else. */
final class BundleSweep {
    private static final String SOURCE = "bundle";
    /** A picture is never larger; what is, is a zip bomb or no picture. */
    private static final int MAX_BYTES = 32 << 20;

    private final SweepOrder order;
    private final Matcher matcher;
    private final Tally tally;
    private final List<PictureFinding> findings = new ArrayList<>();
    private int seen;

    BundleSweep(SweepOrder order, Matcher matcher, Tally tally) {
        this.order = order;
        this.matcher = matcher;
        this.tally = tally;
    }

    void run() throws IOException {
        if (matcher.enrolees() == 0) {
            tally.skip("gallery", "empty-gallery", "nobody is enrolled: there is nobody to look for");
            return;
        }
        try (Matcher.LocalScan scan = matcher.local()) {
            for (Path path : order.bundle()) {
                OfferListing bundle = OfferListing.handedIn(String.valueOf(path.getFileName()));
                tally.read(0, 1);
                if (!Files.exists(path)) tally.skip(path.toString(), "source", "there is no such file or folder");
                else if (Files.isDirectory(path)) folder(scan, bundle, path);
                else file(scan, bundle, path, String.valueOf(path.getFileName()));
            }
        }
        for (Sighting sighting : new Sightings(SOURCE, matcher, order).of(findings, BundleSweep::page))
            tally.sighting(sighting);
    }

    private void folder(Matcher.LocalScan scan, OfferListing bundle, Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()) files.add(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                tally.skip(folder.relativize(file).toString(), "source", "cannot be read");
                return FileVisitResult.CONTINUE;
            }
        });
        files.sort(null);
        for (Path file : files) file(scan, bundle, file, folder.relativize(file).toString());
    }

    private void file(Matcher.LocalScan scan, OfferListing bundle, Path file, String name) throws IOException {
        if (name.toLowerCase(Locale.ROOT).endsWith(".zip")) {
            zip(scan, bundle, file, name);
            return;
        }
        try (InputStream in = Files.newInputStream(file)) {
            picture(scan, bundle, name, in.readNBytes(MAX_BYTES + 1));
        } catch (FileSystemException e) { // one item of a job
            tally.skip(name, "source", "cannot be read");
        }
    }

    private void zip(Matcher.LocalScan scan, OfferListing bundle, Path file, String name) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (entry.isDirectory()) continue;
                Optional<byte[]> content = content(zip, entry);
                if (content.isPresent()) picture(scan, bundle, name + "!" + entry.getName(), content.get());
                else tally.skip(name + "!" + entry.getName(), "source", "this entry of the zip is broken");
            }
        } catch (ZipException | FileSystemException e) {
            tally.skip(name, "source", "not a zip, or broken");
        }
    }

    private static Optional<byte[]> content(ZipFile zip, ZipEntry entry) {
        try (InputStream in = zip.getInputStream(entry)) {
            return Optional.of(in.readNBytes(MAX_BYTES + 1));
        } catch (IOException e) { // one item of a job: the caller reports it
            return Optional.empty();
        }
    }

    private void picture(Matcher.LocalScan scan, OfferListing bundle, String name, byte[] bytes) throws IOException {
        if (bytes.length > MAX_BYTES) tally.skip(name, "too-large", "more than " + (MAX_BYTES >> 20) + " MB");
        else {
            PictureFinding finding = scan.look(new OfferImage(handedIn(address(bundle, name), bytes), List.of(bundle)));
            tally.picture(finding);
            findings.add(finding);
        }
        seen++;
        tally.progress("match", 0, seen, seen);
    }

    private static URI address(OfferListing bundle, String name) {
        return URI.create(bundle.page() + "/"
                + java.net.URLEncoder.encode(name, java.nio.charset.StandardCharsets.UTF_8));
    }

    private static Optional<Exchange> page(OfferListing bundle) {
        return Optional.of(handedIn(bundle.page(), new byte[0]));
    }

    private static Exchange handedIn(URI url, byte[] body) {
        return new Exchange(
                url,
                Instant.now(),
                200,
                List.of(),
                List.of(Map.entry("Content-Type", "application/octet-stream")),
                Optional.empty(),
                false,
                body);
    }
}
