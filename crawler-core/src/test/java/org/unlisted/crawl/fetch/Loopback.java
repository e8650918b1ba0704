package org.unlisted.crawl.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A web server on loopback whose answers a test lays out. */
public final class Loopback implements AutoCloseable {

    private static final Reply NOT_FOUND = new Reply(404, Map.of(), new byte[0]);

    private static final class Reply {
        final int status;
        final Map<String, String> headers;
        final byte[] body;

        Reply(int status, Map<String, String> headers, byte[] body) {
            this.status = status;
            this.headers = headers;
            this.body = body;
        }
    }

    private final HttpServer server;
    private final Map<String, Reply> replies = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, String> agents = new ConcurrentHashMap<>();

    public Loopback() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(8, Thread.ofPlatform().daemon().factory()));
        server.createContext("/", this::answer);
        server.start();
    }

    public Loopback reply(String path, int status, Map<String, String> headers, byte[] body) {
        replies.put(path, new Reply(status, headers, body));
        return this;
    }

    public Loopback html(String path, String html) {
        return reply(
                path,
                200,
                Map.of("Content-Type", "text/html; charset=utf-8"),
                html.getBytes(UTF_8));
    }

    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    public List<String> asked() {
        return List.copyOf(asked);
    }

    public String agentAt(String path) {
        return agents.getOrDefault(path, "");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().toString();
            asked.add(path);
            agents.put(path, String.valueOf(exchange.getRequestHeaders().getFirst("User-Agent")));
            Reply reply = replies.getOrDefault(path, NOT_FOUND);
            reply.headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            exchange.sendResponseHeaders(reply.status, reply.body.length == 0 ? -1 : reply.body.length);
            if (reply.body.length > 0) exchange.getResponseBody().write(reply.body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
