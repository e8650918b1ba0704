package org.unlisted.crawl.nutch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * One host of a market on loopback that answers some paths in ways of its own. At {@code /offer} is an ordinary offer with a
 * picture, at {@code /} are links to all there is; one request a connection.
 */
final class HostileHost implements AutoCloseable {
    private static final byte[] PICTURE = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 1, 2, 3};

    /** What is sent once the head of a request has come. */
    interface Answer {
        void write(OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket listening;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    HostileHost() throws IOException {
        listening = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        on("/robots.txt", bytes("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"));
        offer("/offer", "/fine.jpg");
        on("/fine.jpg", answer(200, "Content-Type: image/jpeg\r\n", PICTURE));
        Thread.ofVirtual().start(this::accept);
    }

    HostileHost on(String path, Answer answer) {
        answers.put(path, answer);
        return this;
    }

    /** An offer that shows one picture. */
    HostileHost offer(String path, String picture) {
        int own = listening.getLocalPort() * 100 + answers.size(); // no two pages are the same byte for byte
        return on(path, html("<html lang=zh><title>t</title><main><h1>出一批手持身份证</h1>"
                + "<p>手持+正反面一套三张,共8600套,0.5元一套,打包出售,懂的来 " + own + "</p><img src=" + picture
                + " width=400 height=500></main>"));
    }

    /** The page that leads to these addresses and to the ordinary offer. */
    HostileHost home(Iterable<String> links) {
        StringBuilder page = new StringBuilder("<title>market</title><a href=/offer>o</a>");
        for (String link : links) page.append("<a href='").append(link).append("'>l</a>");
        return on("/", html(page.toString()));
    }

    URI url(String path) {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort()).resolve(path);
    }

    List<String> asked() {
        return List.copyOf(asked);
    }

    static Answer bytes(String answer) {
        return out -> out.write(answer.getBytes(ISO_8859_1));
    }

    static Answer html(String html) {
        return answer(200, "Content-Type: text/html; charset=utf-8\r\n", html.getBytes(UTF_8));
    }

    static Answer answer(int status, String headers, byte[] body) {
        String head = "HTTP/1.1 " + status + " x\r\n" + headers + "Content-Length: " + body.length + "\r\nConnection: close\r\n\r\n";
        return out -> {
            out.write(head.getBytes(ISO_8859_1));
            out.write(body);
        };
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            String path = path(socket.getInputStream());
            asked.add(path);
            OutputStream out = socket.getOutputStream();
            answers.getOrDefault(path, answer(404, "", new byte[0])).write(out);
            out.flush();
        } catch (IOException e) {
            return; // the client had enough
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String path(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int c = in.read();
            if (c < 0) throw new IOException("half a request");
            head.append((char) c);
        }
        return head.substring(4, head.indexOf(" HTTP/"));
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
