package org.unlisted.takedown.evidence;

/** A payload file on its way into a bag. Lives within one call; its bytes are shared, not copied. */
final class Content {
    private final String path;
    private final byte[] bytes;
    private final PacketIndex.FileEntry entry;

    Content(String path, byte[] bytes, String mediaType, String role) {
        this.path = path;
        this.bytes = bytes;
        this.entry = new PacketIndex.FileEntry(path, Sha256.of(bytes), bytes.length, mediaType, role);
    }

    String path() {
        return path;
    }

    byte[] bytes() {
        return bytes;
    }

    PacketIndex.FileEntry entry() {
        return entry;
    }
}
