package org.unlisted.console.screenshot;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One running browser, spoken to in Chrome's DevTools protocol (JSON messages, each ended by a zero byte). Thread-safe.
 * Closing it ends the browser and all its children.
 */
final class DevTools implements AutoCloseable {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Process browser;
    private final Path said;
    private final AtomicInteger lastId = new AtomicInteger();
    private final Map<String, CompletableFuture<JsonNode>> awaited = new ConcurrentHashMap<>();

    DevTools(Chromium chromium, Path folder) throws IOException {
        browser = chromium.start(folder);
        said = folder.resolve("stderr.txt");
        Thread.ofVirtual().start(this::listen);
    }

    /**
     * Asks the browser to do something.
     *
     * @param session of a tab; empty for the browser itself
     * @return its {@code result}, or an IOException with what the browser said instead
     */
    CompletableFuture<JsonNode> call(String session, String method, Map<String, ?> parameters) throws IOException {
        int id = lastId.incrementAndGet();
        Map<String, Object> message = new LinkedHashMap<>(Map.of("id", id, "method", method, "params", parameters));
        if (!session.isEmpty()) message.put("sessionId", session);
        CompletableFuture<JsonNode> answer = await(Integer.toString(id));
        byte[] line = (MAPPER.writeValueAsString(message) + '\0').getBytes(UTF_8);
        try {
            synchronized (browser) {
                browser.getOutputStream().write(line);
                browser.getOutputStream().flush();
            }
        } catch (IOException e) {
            fail(); // the pipe is broken because the browser is gone: say that
        }
        return answer;
    }

    /** The next event of this name in a tab; to be asked for before what brings it about. */
    CompletableFuture<JsonNode> event(String session, String name) {
        return await(session + " " + name);
    }

    private CompletableFuture<JsonNode> await(String key) {
        CompletableFuture<JsonNode> future = new CompletableFuture<>();
        awaited.put(key, future);
        return future;
    }

    private void listen() {
        try (InputStream in = new BufferedInputStream(browser.getInputStream())) {
            var message = new ByteArrayOutputStream();
            for (int b = in.read(); b >= 0; b = in.read()) {
                if (b != 0) {
                    message.write(b);
                } else {
                    hear(MAPPER.readTree(message.toByteArray()));
                    message.reset();
                }
            }
        } catch (IOException | JacksonException e) {
            browser.destroyForcibly(); // what it says can no longer be understood
        }
        fail();
    }

    private void hear(JsonNode message) {
        boolean answer = message.has("id");
        String key = answer
                ? message.get("id").asString()
                : message.path("sessionId").asString("") + " " + message.path("method").asString("");
        CompletableFuture<JsonNode> waiting = awaited.remove(key);
        if (waiting == null) return; // an event nobody asked for
        if (message.has("error"))
            waiting.completeExceptionally(new IOException("the browser refused: " + message.get("error")));
        else waiting.complete(message.path(answer ? "result" : "params"));
    }

    /** Tells everybody who waits that nothing will come. */
    private void fail() {
        awaited.keySet().forEach(key -> {
            CompletableFuture<JsonNode> waiting = awaited.remove(key);
            if (waiting != null) waiting.completeExceptionally(new IOException("the browser ended: " + lastWords()));
        });
    }

    private String lastWords() {
        try (Stream<String> lines = Files.lines(said)) {
            return lines.filter(line -> !line.isBlank()).reduce((first, second) -> second).orElse("it said nothing");
        } catch (IOException e) {
            return "it left no message";
        }
    }

    @Override
    public void close() {
        browser.descendants().forEach(ProcessHandle::destroyForcibly);
        browser.destroyForcibly();
        browser.onExit().join(); // its profile can be erased only then
    }
}
