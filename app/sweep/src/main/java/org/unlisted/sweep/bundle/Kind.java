package org.unlisted.sweep.bundle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;

/** What a file is by its first bytes. Its name may lie. */
enum Kind {
    ZIP(""),
    TAR(""),
    GZIP(""),
    SEVEN_ZIP("7z"),
    RAR("rar"),
    XZ("xz"),
    BZIP2("bzip2"),
    ZSTD("zstd"),
    CAB("cab"),
    /** A picture, a document, anything: who looks at it will say. */
    FILE("");

    /** Enough for each of them. */
    static final int HEAD = 512;

    private static final int TAR_MAGIC_AT = 257;
    private final String unsupported;

    Kind(String unsupported) {
        this.unsupported = unsupported;
    }

    /** Its name, where it is an archive that is not opened. */
    Optional<String> unsupported() {
        return Optional.of(unsupported).filter(name -> !name.isEmpty());
    }

    /**
     * @param head the first {@value #HEAD} bytes, or all there are
     */
    static Kind of(byte[] head) {
        String start = new String(head, ISO_8859_1);
        if (start.startsWith("PK\3\4") || start.startsWith("PK\5\6") || start.startsWith("PK\7\b")) return ZIP;
        if (start.startsWith("\u001f\u008b")) return GZIP;
        if (start.startsWith("7z\u00bc\u00af'\u001c")) return SEVEN_ZIP;
        if (start.startsWith("Rar!\u001a\7")) return RAR;
        if (start.startsWith("\u00fd7zXZ\0")) return XZ;
        if (start.startsWith("BZh")) return BZIP2;
        if (start.startsWith("(\u00b5/\u00fd")) return ZSTD;
        if (start.startsWith("MSCF\0\0\0\0")) return CAB;
        return start.startsWith("ustar", TAR_MAGIC_AT) ? TAR : FILE;
    }
}
