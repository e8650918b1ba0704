package org.unlisted.face.enrol;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A photo somebody enrols with. */
public final class NamedPhoto {

    private final String name;
    private final byte[] bytes;

    /**
     * @param name  what to call it when it is refused, such as the file's name
     * @param bytes the encoded picture; copied
     */
    public NamedPhoto(String name, byte[] bytes) {
        this.name = requireNonNull(name, "name");
        this.bytes = bytes.clone();
    }

    public String name() {
        return name;
    }

    /** A copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NamedPhoto p && p.name.equals(name) && Arrays.equals(p.bytes, bytes);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(bytes);
    }

    /** Name and size. */
    @Override
    public String toString() {
        return "NamedPhoto[" + name + ", " + bytes.length + " bytes]";
    }
}
