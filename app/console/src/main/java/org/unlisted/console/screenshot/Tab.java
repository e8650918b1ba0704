package org.unlisted.console.screenshot;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;

/** One page in a browser, from its address to a picture. */
final class Tab {
    private static final int WIDTH = 1280; // px
    private static final int HEIGHT = 900; // px of the window; the picture is as tall as the page

    private final DevTools browser;
    private final Duration limit;
    private final long deadline;

    /**
     * @param limit for all of it
     */
    Tab(DevTools browser, Duration limit) {
        this.browser = browser;
        this.limit = limit;
        deadline = System.nanoTime() + limit.toNanos();
    }

    /**
     * Renders a page.
     *
     * @param tallest px, from which on the page is cut off
     * @return a PNG
     * @throws IOException if the browser refuses, ends, or takes too long
     */
    byte[] shoot(URI page, int tallest) throws IOException, InterruptedException {
        // A window of its own: the browser does not paint what lies behind another tab.
        JsonNode opened = call("", "Target.createTarget", Map.of("url", "about:blank", "newWindow", true));
        String target = text(opened, "targetId");
        String session =
                text(call("", "Target.attachToTarget", Map.of("targetId", target, "flatten", true)), "sessionId");
        call(session, "Emulation.setDeviceMetricsOverride",
                Map.of("width", WIDTH, "height", HEIGHT, "deviceScaleFactor", 1, "mobile", false));
        call(session, "Page.enable", Map.of());
        CompletableFuture<JsonNode> loaded = browser.event(session, "Page.loadEventFired");
        call(session, "Page.navigate", Map.of("url", page.toString()));
        wait(loaded);
        int height = call(session, "Page.getLayoutMetrics", Map.of()).path("cssContentSize").path("height").asInt();
        JsonNode shot = call(session, "Page.captureScreenshot", Map.of(
                "format", "png",
                "captureBeyondViewport", true,
                "clip", Map.of("x", 0, "y", 0, "width", WIDTH, "height", Math.min(height, tallest), "scale", 1)));
        call("", "Target.closeTarget", Map.of("targetId", target));
        return Base64.getDecoder().decode(text(shot, "data"));
    }

    private JsonNode call(String session, String method, Map<String, ?> parameters)
            throws IOException, InterruptedException {
        return wait(browser.call(session, method, parameters));
    }

    private JsonNode wait(CompletableFuture<JsonNode> answer) throws IOException, InterruptedException {
        try {
            return answer.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new IOException("the browser took more than " + limit.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException("the browser failed", e);
        }
    }

    private static String text(JsonNode answer, String field) throws IOException {
        if (!answer.path(field).isString()) throw new IOException("the browser's answer has no " + field);
        return answer.path(field).asString();
    }
}
