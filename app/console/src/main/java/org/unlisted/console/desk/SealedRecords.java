package org.unlisted.console.desk;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.unlisted.takedown.cases.Case;
import org.unlisted.takedown.evidence.EvidenceVault;
import org.unlisted.takedown.sighting.Sighting;

/** The sealed WARC records of cases, opened. Thread-safe. */
public final class SealedRecords {
    private final EvidenceVault vault;

    public SealedRecords(EvidenceVault vault) {
        this.vault = requireNonNull(vault, "vault");
    }

    /**
     * The page or picture of that name.
     *
     * @param evidence {@link Sighting#pageEvidence()} or that of its image
     * @throws IOException if it was erased, does not open, or holds neither response nor resource
     */
    public RecordedBody body(String evidence) throws IOException {
        try (WarcReader reader = new WarcReader(new ByteArrayInputStream(vault.open(evidence)))) {
            for (Optional<WarcRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
                // a response came over HTTP, a resource out of a chat export
                switch (next.get()) {
                    case WarcResponse response -> {
                        return read(response);
                    }
                    case WarcResource resource -> {
                        return read(resource);
                    }
                    default -> {} // the request, or what a later version adds
                }
            }
        } catch (UncheckedIOException | IllegalArgumentException | IllegalStateException e) {
            // jwarc parses some headers lazily and throws these for damaged ones
            throw new IOException("evidence " + evidence + " is damaged: " + e.getMessage(), e);
        }
        throw new IOException("evidence " + evidence + " holds neither response nor resource");
    }

    private static RecordedBody read(WarcResponse response) throws IOException {
        String contentType = response.http().headers().first("Content-Type").orElse("");
        byte[] bytes = response.http().bodyDecoded().stream().readAllBytes();
        return new RecordedBody(response.targetURI(), response.date(), contentType, bytes);
    }

    private static RecordedBody read(WarcResource resource) throws IOException {
        return new RecordedBody(
                resource.targetURI(),
                resource.date(),
                resource.contentType().toString(),
                resource.body().stream().readAllBytes());
    }

    /**
     * The case without the sightings whose evidence was erased: those that a reviewer dismissed before a new picture
     * opened the case again.
     *
     * @throws IOException if nothing is left
     */
    Case provable(Case known) throws IOException {
        Set<String> kept = new HashSet<>(vault.names());
        List<Sighting> provable = known.sightings().stream()
                .filter(s -> kept.contains(s.pageEvidence()) && kept.contains(s.image().evidence()))
                .toList();
        if (provable.isEmpty()) throw new IOException("the evidence of case " + known.id() + " is gone");
        return new Case(known.id(), known.subject(), known.listing(), provable, known.state(), known.openedAt());
    }

    /** The records of a case one after another: its pages first, then its pictures, none of them twice. */
    byte[] concatenated(Case wanted) throws IOException {
        SequencedSet<String> names = new LinkedHashSet<>();
        wanted.sightings().forEach(s -> names.add(s.pageEvidence()));
        wanted.sightings().forEach(s -> names.add(s.image().evidence()));
        ByteArrayOutputStream records = new ByteArrayOutputStream();
        for (String name : names) records.write(vault.open(name));
        return records.toByteArray();
    }
}
