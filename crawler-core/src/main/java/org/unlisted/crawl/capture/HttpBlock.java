package org.unlisted.crawl.capture;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Request and response in HTTP/1.1 form, as WARC records hold them. */
final class HttpBlock {
    // The client undid these: as they stand they would no longer describe the payload that follows.
    private static final Set<String> UNDONE = Set.of("transfer-encoding", "content-encoding", "content-length");
    private static final String KEPT_AS = "X-Archive-Orig-";

    private HttpBlock() {}

    static byte[] response(Exchange exchange, byte[] payload) {
        StringBuilder head = new StringBuilder("HTTP/1.1 ").append(exchange.status()).append(' ');
        head.append(reason(exchange.status())).append("\r\n");
        for (Map.Entry<String, String> header : exchange.responseHeaders()) {
            boolean asIs = describes(header.getKey(), header.getValue(), payload);
            line(head, (asIs ? "" : KEPT_AS) + header.getKey(), header.getValue());
        }
        byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(start.length + payload.length);
        out.writeBytes(start);
        out.writeBytes(payload);
        return out.toByteArray();
    }

    static byte[] request(Exchange exchange) {
        URI url = exchange.url();
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        StringBuilder head = new StringBuilder("GET ").append(path);
        if (url.getRawQuery() != null) head.append('?').append(url.getRawQuery());
        head.append(" HTTP/1.1\r\n");
        List<Map.Entry<String, String>> headers = exchange.requestHeaders();
        boolean named = headers.stream().anyMatch(h -> h.getKey().equalsIgnoreCase("Host"));
        if (!named) line(head, "Host", url.getRawAuthority());
        headers.forEach(h -> line(head, h.getKey(), h.getValue()));
        return head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A header value can hold no line break; one that does must not start a header of its own. */
    static String oneLine(String value) {
        return value.replaceAll("[\\r\\n]+", " ").strip();
    }

    private static boolean describes(String name, String value, byte[] payload) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (!UNDONE.contains(lower)) return true;
        return switch (lower) {
            case "content-length" -> value.strip().equals(String.valueOf(payload.length));
            case "content-encoding" -> value.strip().equalsIgnoreCase("identity")
                    || (value.contains("gzip") && isGzip(payload));
            default -> false;
        };
    }

    private static boolean isGzip(byte[] payload) {
        return payload.length > 1 && (payload[0] & 0xFF) == 0x1F && (payload[1] & 0xFF) == 0x8B;
    }

    private static void line(StringBuilder head, String name, String value) {
        head.append(oneLine(name)).append(": ").append(oneLine(value)).append("\r\n");
    }

    /** RFC 9110; the phrase is optional, readers go by the number. */
    private static String reason(int status) {
        return switch (status) {
            case 200 -> "OK";
            case 206 -> "Partial Content";
            case 301 -> "Moved Permanently";
            case 302 -> "Found";
            case 304 -> "Not Modified";
            case 307 -> "Temporary Redirect";
            case 308 -> "Permanent Redirect";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 410 -> "Gone";
            case 429 -> "Too Many Requests";
            case 451 -> "Unavailable For Legal Reasons";
            case 500 -> "Internal Server Error";
            case 503 -> "Service Unavailable";
            default -> "";
        };
    }
}
