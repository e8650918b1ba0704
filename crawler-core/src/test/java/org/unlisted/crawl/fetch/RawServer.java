package org.unlisted.crawl.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that sends whatever bytes a test tells it to, one request a connection, and hangs up. */
final class RawServer implements AutoCloseable {

    /** What is sent once the head of a request has come. */
    interface Reply {
        void write(OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket listening;
    private final Reply reply;
    private final List<String> heads = new CopyOnWriteArrayList<>();

    RawServer(Reply reply) throws IOException {
        this.reply = reply;
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    static RawServer saying(String text) throws IOException {
        return new RawServer(out -> out.write(text.getBytes(ISO_8859_1)));
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port() + "/x");
    }

    int port() {
        return listening.getLocalPort();
    }

    /** The heads of all requests, the request line first. */
    List<String> heads() {
        return List.copyOf(heads);
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
            String head = head(socket.getInputStream());
            if (head.isEmpty()) return;
            heads.add(head);
            OutputStream out = socket.getOutputStream();
            reply.write(out);
            out.flush();
        } catch (IOException e) {
            return; // the client had enough
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int c = in.read(); c >= 0; c = in.read()) {
            head.append((char) c);
            if (head.length() >= 4 && head.substring(head.length() - 4).equals("\r\n\r\n")) return head.toString();
        }
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
