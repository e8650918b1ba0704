package org.unlisted.takedown.evidence;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.unlisted.takedown.sighting.ImageHash;
import org.unlisted.takedown.sighting.Sighting;

/** {@code data/images.json}: every picture of the listing that was fetched, by URL and hash, in page order. */
record ImageList(List<Entry> images) {
    static final String PATH = "data/images.json";

    ImageList {
        images = List.copyOf(images);
    }

    /**
     * @param atIssue a reviewer saw the enrolee in it
     */
    record Entry(URI url, String sha256, boolean atIssue) {}

    static ImageList of(List<Sighting> sightings) {
        Set<String> atIssue =
                sightings.stream().map(s -> s.image().sha256()).collect(Collectors.toCollection(TreeSet::new));
        Stream<ImageHash> listed = sightings.stream().flatMap(s -> s.listingImages().stream());
        Stream<ImageHash> seen = sightings.stream().map(s -> new ImageHash(s.image().url(), s.image().sha256()));
        return new ImageList(Stream.concat(listed, seen)
                .distinct()
                .map(i -> new Entry(i.url(), i.sha256(), atIssue.contains(i.sha256())))
                .toList());
    }
}
