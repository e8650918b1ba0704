package org.unlisted.console.screenshot;

import static java.nio.charset.StandardCharsets.UTF_8;

/** One file of a page on its way to the browser; stays in this package, so its bytes are shared, not copied. */
final class ServedFile {
    private static final int PNG = 0x89;

    private final String contentType;
    private final String policy;
    private final byte[] body;

    private ServedFile(String contentType, String policy, byte[] body) {
        this.contentType = contentType;
        this.policy = policy;
        this.body = body;
    }

    /** A page under a Content-Security-Policy. */
    static ServedFile html(String html, String policy) {
        return new ServedFile("text/html; charset=utf-8", policy, html.getBytes(UTF_8));
    }

    /** A JPEG or PNG. */
    static ServedFile picture(byte[] bytes) {
        boolean png = bytes.length > 0 && (bytes[0] & 0xff) == PNG;
        return new ServedFile(png ? "image/png" : "image/jpeg", "default-src 'none'", bytes);
    }

    /** A drawing of our own. */
    static ServedFile svg(String svg) {
        return new ServedFile("image/svg+xml", "default-src 'none'; style-src 'unsafe-inline'", svg.getBytes(UTF_8));
    }

    String contentType() {
        return contentType;
    }

    String policy() {
        return policy;
    }

    byte[] body() {
        return body;
    }
}
