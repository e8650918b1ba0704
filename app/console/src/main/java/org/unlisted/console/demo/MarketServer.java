package org.unlisted.console.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Serves a folder of static pages on the loopback address, with the redirects, delays and odd answers that its
 * {@code site.yaml} lists, and remembers what was asked for: a test can prove that a picture was never fetched.
 * Thread-safe.
 */
public final class MarketServer implements AutoCloseable {
    private static final int THREADS = 8;
    // Not the JVM's idea of loopback, which may be ::1: origin() names the address in figures.
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final String EXCEPTIONS_FILE = "site.yaml";

    private final Path folder;
    private final SiteExceptions exceptions;
    private final HttpServer server;
    private final ExecutorService threads;
    private final ConcurrentLinkedQueue<String> requested = new ConcurrentLinkedQueue<>();

    private MarketServer(Path folder, SiteExceptions exceptions, HttpServer server, ExecutorService threads) {
        this.folder = folder;
        this.exceptions = exceptions;
        this.server = server;
        this.threads = threads;
    }

    /**
     * Starts on a free port.
     *
     * @param marketFolder with {@code index.html} and {@code site.yaml}
     * @throws IOException if the folder cannot be read, {@code site.yaml} is broken, or no port is free
     */
    public static MarketServer start(Path marketFolder) throws IOException {
        Path folder = marketFolder.toRealPath();
        SiteExceptions exceptions = SiteExceptions.read(folder.resolve(EXCEPTIONS_FILE));
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0), 0);
        ExecutorService threads = Executors.newFixedThreadPool(
                THREADS, Thread.ofPlatform().daemon().name("market-", 1).factory());
        MarketServer market = new MarketServer(folder, exceptions, http, threads);
        http.createContext("/", market::answer);
        http.setExecutor(threads);
        http.start();
        return market;
    }

    /** Scheme, host and port, without a path. */
    public URI origin() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Every path asked for so far, decoded, without queries, in order of arrival; repeated requests repeat. */
    public List<String> requested() {
        return List.copyOf(requested);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            requested.add(path);
            String method = exchange.getRequestMethod();
            if (!method.equals("GET") && !method.equals("HEAD")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                sendText(exchange, 405, "method not allowed");
                return;
            }
            Integer delay = exceptions.delays().get(path);
            if (delay != null) Thread.sleep(delay);
            SiteExceptions.Redirect redirect = exceptions.redirects().get(path);
            if (redirect != null) {
                exchange.getResponseHeaders().set("Location", redirect.to());
                sendText(exchange, redirect.status(), "see " + redirect.to());
                return;
            }
            sendFile(exchange, path);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed while a slow page was waiting: nobody is left to answer
        }
    }

    private void sendFile(HttpExchange exchange, String path) throws IOException {
        Optional<Path> file = file(path);
        if (file.isEmpty()) {
            sendText(exchange, 404, "not found");
            return;
        }
        int status = exceptions.statuses().getOrDefault(path, 200);
        String type = exceptions.contentTypes().getOrDefault(path, typeOf(file.get()));
        send(exchange, status, type, Files.readAllBytes(file.get()));
    }

    private Optional<Path> file(String path) throws IOException {
        try {
            Path file = folder.resolve(path.substring(1) + (path.endsWith("/") ? "index.html" : ""));
            if (!file.normalize().startsWith(folder) || !Files.isRegularFile(file)) return Optional.empty();
            Path real = file.toRealPath();
            boolean served = real.startsWith(folder) && !real.equals(folder.resolve(EXCEPTIONS_FILE));
            return served ? Optional.of(real) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty(); // a NUL in the path
        }
    }

    private static String typeOf(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "html" -> "text/html; charset=utf-8";
            case "css" -> "text/css; charset=utf-8";
            case "txt" -> "text/plain; charset=utf-8";
            case "jpg" -> "image/jpeg";
            case "png" -> "image/png";
            case "svg" -> "image/svg+xml";
            default -> "application/octet-stream";
        };
    }

    private static void sendText(HttpExchange exchange, int status, String text) throws IOException {
        send(exchange, status, "text/plain; charset=utf-8", (text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) exchange.getResponseBody().write(body);
    }
}
