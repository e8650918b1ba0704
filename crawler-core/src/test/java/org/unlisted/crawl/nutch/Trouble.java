package org.unlisted.crawl.nutch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.unlisted.crawl.nutch.HostileHost.Answer;

/**
 * An answer that a crawler must survive, and the word for it in skipped.csv.
 *
 * @param reason empty where the address is not to be told: something else is
 */
record Trouble(String path, String reason, Answer answer) {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";
    private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";
    private static final int BOMB = 40 << 20; // bytes, unpacked; 40 times what the test lets in

    private static Trouble of(String path, String reason, Answer answer) {
        return new Trouble(path, reason, answer);
    }

    private static Trouble says(String path, String reason, String answer) {
        return of(path, reason, HostileHost.bytes(answer));
    }

    /** A beginning, and then the same again until the client hangs up. */
    private static Trouble endless(String path, String reason, String beginning, String again) {
        return of(path, reason, out -> {
            out.write(beginning.getBytes(ISO_8859_1));
            byte[] more = again.getBytes(ISO_8859_1);
            while (true) out.write(more);
        });
    }

    private static Trouble dripping(String path, String reason, String beginning, String drop) {
        return of(path, reason, out -> {
            out.write(beginning.getBytes(ISO_8859_1));
            for (int i = 0; i < 600; i++) {
                out.write(drop.getBytes(ISO_8859_1));
                out.flush();
                Thread.sleep(100);
            }
        });
    }

    static List<Trouble> bodies() {
        return List.of(
                dripping("/slow-body", "timeout", OK + "Content-Length: 900\r\n\r\n", "a"),
                dripping("/slow-headers", "timeout", OK, "X-A: b\r\n"),
                of("/silent", "timeout", out -> Thread.sleep(60_000)),
                endless("/endless", "truncated", OK + "\r\n", "a".repeat(1_000)),
                endless("/endless-chunks", "truncated", CHUNKED, "3e8\r\n" + "b".repeat(1_000) + "\r\n"),
                says("/more-than-announced", "", OK + "Content-Length: 3\r\n\r\nabcdef"),
                says("/less-than-announced", "truncated", OK + "Content-Length: 900\r\n\r\nless"),
                says("/no-length", "broken", OK + "Content-Length: many\r\n\r\nx"),
                says("/two-lengths", "broken", OK + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nxy"),
                says("/no-chunk", "broken", CHUNKED + "zz\r\nabc\r\n0\r\n\r\n"),
                says("/negative-chunk", "broken", CHUNKED + "-3\r\nabc\r\n0\r\n\r\n"),
                says("/largest-chunk", "broken", CHUNKED + "f".repeat(18) + "\r\nabc\r\n"),
                says("/no-last-chunk", "truncated", CHUNKED + "5\r\nabcde\r\n"),
                says("/empty", "unreadable", OK + "Content-Length: 0\r\n\r\n"));
    }

    static List<Trouble> heads() {
        return List.of(
                says("/nothing", "broken", ""),
                endless("/headers-without-end", "broken", OK, "X-Flood: " + "a".repeat(1_000) + "\r\n"),
                endless("/header-without-end", "broken", OK + "X-Long: ", "a".repeat(1_000)),
                endless("/status-without-end", "broken", "HTTP/1.1 200 ", "a".repeat(1_000)),
                endless("/wait-without-end", "broken", "", "HTTP/1.1 100 Continue\r\n\r\n"),
                says("/http09", "broken", "<html>older than headers</html>"),
                says("/ssh", "broken", "SSH-2.0-OpenSSH_9.2\r\n"),
                says("/other-protocol", "broken", "HTTP/1.1 101 x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n"),
                says("/999", "server-error", "HTTP/1.1 999 Denied\r\nContent-Length: 2\r\n\r\nno"));
    }

    static List<Trouble> codings() {
        return List.of(
                bomb("/gzip-bomb", "gzip"),
                bomb("/deflate-bomb", "deflate"),
                says("/no-brotli", "broken", OK + "Content-Encoding: br\r\nContent-Length: 12\r\n\r\n<html>hello<"),
                says("/packed-thrice", "broken", OK + "Content-Encoding: gzip, gzip, gzip\r\nContent-Length: 2\r\n\r\nxx"));
    }

    private static Trouble bomb(String path, String coding) {
        byte[] packed = packed(coding);
        return of(path, "truncated", HostileHost.answer(200, "Content-Type: text/html\r\nContent-Encoding: " + coding + "\r\n", packed));
    }

    private static byte[] packed(String coding) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] same = new byte[1 << 20];
        Arrays.fill(same, (byte) coding.charAt(0));
        try (OutputStream out = coding.equals("gzip") ? new GZIPOutputStream(packed) : new DeflaterOutputStream(packed)) {
            for (int sent = 0; sent < BOMB; sent += same.length) out.write(same);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** Each leads nowhere; a chain is told where it became too long. */
    static List<Trouble> redirects() {
        return List.of(
                redirect("/itself", "redirects", "/itself"),
                redirect("/to-nothing", "redirects", ""),
                redirect("/to-file", "address", "file:///etc/passwd"),
                redirect("/to-gopher", "address", "gopher://127.0.0.1:70/x"),
                redirect("/to-inside", "scope", "http://10.0.0.1/"),
                redirect("/to-metadata", "scope", "http://169.254.169.254/latest/meta-data/"),
                redirect("/to-mapped", "scope", "http://[::ffff:10.0.0.1]/"),
                redirect("/to-number", "scope", "http://2130706433/"),
                redirect("/to-nonsense", "broken", "http://[bad"),
                says("/no-place", "broken", "HTTP/1.1 302 x\r\nContent-Length: 0\r\n\r\n"),
                redirect("/chain0", "", "/chain1"),
                redirect("/chain1", "", "/chain2"),
                redirect("/chain2", "", "/chain3"),
                redirect("/chain3", "", "/chain4"),
                redirect("/chain4", "", "/chain5"),
                redirect("/chain5", "redirects", "/chain6"));
    }

    static Trouble redirect(String path, String reason, String to) {
        return says(path, reason, "HTTP/1.1 302 x\r\nLocation: " + to + "\r\nContent-Length: 0\r\n\r\n");
    }
}
