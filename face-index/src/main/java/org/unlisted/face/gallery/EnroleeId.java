package org.unlisted.face.gallery;

/** Names an enrolled person without saying who: 1 to 64 of {@code a-z 0-9 -}. */
public record EnroleeId(String value) {

    public EnroleeId {
        if (!value.matches("[a-z0-9-]{1,64}")) throw new IllegalArgumentException("not an enrolee id: " + value);
    }

    @Override
    public String toString() {
        return value;
    }
}
