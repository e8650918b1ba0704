package org.unlisted.face.enrol;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.unlisted.face.gallery.Gallery;
import org.unlisted.face.gallery.Reference;

/** All references at one moment, as they travel with a sweep: encrypted, read-only, without portraits. */
public final class ReferenceSnapshot {

    private static final String CONTEXT = "unlisted snapshot of references";

    private ReferenceSnapshot() {}

    static void write(Path file, byte[] key, List<ReferenceSet> sets) throws IOException {
        new SealedFile(key).write(file, CONTEXT, ReferenceFormat.writeAll(sets));
    }

    /**
     * Enrols everybody in a snapshot.
     *
     * @param bare   gallery that bare faces are searched in
     * @param masked gallery that covered faces are searched in
     * @param model  version of the model whose embeddings the galleries hold
     * @throws IOException naming the file, if the key is wrong, the file broken, or made with another model
     */
    public static void readInto(Gallery bare, Gallery masked, Path file, byte[] key, String model) throws IOException {
        List<ReferenceSet> sets = ReferenceFormat.readAll(new SealedFile(key).read(file, CONTEXT), file);
        for (ReferenceSet set : sets)
            if (!set.model().equals(model))
                throw new IOException(file + ": references of " + set.enroleeId() + " were made with the model "
                        + set.model() + ", the scan uses " + model);
        // one of each kind a person: what the vault has combined
        bare.enrol(sets.stream().map(s -> new Reference(s.enroleeId(), s.bareOfEachPhoto().getFirst())).toArray(Reference[]::new));
        masked.enrol(sets.stream().map(s -> new Reference(s.enroleeId(), s.maskedCopies().getFirst())).toArray(Reference[]::new));
    }
}
