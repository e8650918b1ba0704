package org.unlisted.crawl.fetch;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP proxy that does nothing but tunnels (CONNECT, RFC 9110 section 9.3.6), all of them to one port of this machine. */
final class TunnelProxy implements AutoCloseable {
    private final ServerSocket listening;
    private final int target;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    TunnelProxy(int target) throws IOException {
        this.target = target;
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    /** The heads of all requests. */
    List<String> asked() {
        return List.copyOf(asked);
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

    private void serve(Socket client) {
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
            asked.add(RawServer.head(client.getInputStream()));
            client.getOutputStream().write("HTTP/1.1 200 Connection established\r\n\r\n".getBytes(US_ASCII));
            Thread.ofVirtual().start(() -> pipe(client, server));
            pipe(server, client);
        } catch (IOException e) {
            return; // an end hung up
        }
    }

    private static void pipe(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            return; // an end hung up
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
