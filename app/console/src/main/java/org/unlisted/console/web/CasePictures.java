package org.unlisted.console.web;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.Optional;
import org.unlisted.console.desk.SealedRecords;
import org.unlisted.face.enrol.ReferenceVault;
import org.unlisted.face.gallery.EnroleeId;
import org.unlisted.takedown.cases.Case;
import org.unlisted.takedown.evidence.Redaction;
import org.unlisted.takedown.sighting.SeenImage;

/** The pictures that may be shown with a case, all JPEG. Thread-safe. */
public final class CasePictures {
    private static final int FACE = 320; // px
    private static final int WIDTH = 960; // px
    private final SealedRecords records;
    private final ReferenceVault references;
    private final Redaction redaction = new Redaction();

    public CasePictures(SealedRecords records, ReferenceVault references) {
        this.records = requireNonNull(records, "records");
        this.references = requireNonNull(references, "references");
    }

    /** The face that was compared. */
    byte[] face(SeenImage image) throws IOException {
        return redaction.face(records.body(image.evidence()).bytes(), image, FACE);
    }

    /** The picture it is in, with everybody else covered. */
    byte[] picture(SeenImage image) throws IOException {
        return redaction.covered(records.body(image.evidence()).bytes(), image, WIDTH);
    }

    /** The enrolee; empty once they withdrew. */
    Optional<byte[]> portrait(Case known) throws IOException {
        return references.portrait(new EnroleeId(known.subject()));
    }
}
