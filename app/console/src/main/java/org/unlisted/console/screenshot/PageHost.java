package org.unlisted.console.screenshot;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;

/**
 * Serves one page to one browser on this machine, below a path nobody can guess. Served rather than written to files: a
 * content security policy can then name exactly what the page may load, and {@code no-store} keeps it off the disk.
 */
final class PageHost implements AutoCloseable {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final byte[] LOOPBACK = {127, 0, 0, 1}; // the one that the browser is told to know

    private final HttpServer server;
    private final String root;

    PageHost(Map<String, ServedFile> files) throws IOException {
        byte[] secret = new byte[16];
        RANDOM.nextBytes(secret);
        root = "/" + HexFormat.of().formatHex(secret) + "/";
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0), 0);
        server.createContext(root, exchange -> answer(exchange, files));
        server.setExecutor(Thread::startVirtualThread);
        server.start();
    }

    URI address(String name) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + root + name);
    }

    private void answer(HttpExchange exchange, Map<String, ServedFile> files) throws IOException {
        try (exchange) {
            ServedFile file = files.get(exchange.getRequestURI().getPath().substring(root.length()));
            if (file == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", file.contentType());
            exchange.getResponseHeaders().set("Content-Security-Policy", file.policy());
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
            exchange.sendResponseHeaders(200, file.body().length);
            exchange.getResponseBody().write(file.body());
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
