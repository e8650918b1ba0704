package org.unlisted.crawl.likeness;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The hashes that a picture and its turned and mirrored copies have, from one pass over the pixels. A repost is often
 * mirrored, so look for all eight of a new picture in an index that holds only the originals.
 *
 * @param hashes  one a {@link Symmetry}, in its order
 * @param quality as in {@link PdqResult}; the same for all
 */
public record PdqDihedral(Map<Symmetry, PdqHash> hashes, int quality) {
    public PdqDihedral {
        if (hashes.size() != Symmetry.values().length)
            throw new IllegalArgumentException("not one hash a symmetry: " + hashes.keySet());
        hashes = Collections.unmodifiableMap(new EnumMap<>(hashes));
        PdqResult.checkQuality(quality);
    }

    public PdqHash hash(Symmetry symmetry) {
        return requireNonNull(hashes.get(symmetry), "one hash a symmetry");
    }

    /** The picture as it is. */
    public PdqResult original() {
        return new PdqResult(hash(Symmetry.ORIGINAL), quality);
    }
}
