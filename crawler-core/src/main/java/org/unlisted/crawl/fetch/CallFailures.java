package org.unlisted.crawl.fetch;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.unlisted.crawl.fetch.FetchOutcome.Failed.Cause;

/** Says what went wrong with a call, in one line that quotes the server no further than is safe. */
final class CallFailures {
    private static final int MAX_REASON = 200; // characters

    private CallFailures() {}

    /**
     * The outcome of a call that threw.
     *
     * @param timeUp whether the call as a whole had used up its time; what it then throws depends on where it was
     */
    static FetchOutcome of(IOException e, boolean timeUp, Duration timeout) {
        if (find(e, BlockedAddressException.class)) return new FetchOutcome.Blocked(reason(e));
        if (timeUp || e instanceof InterruptedIOException)
            return failed(Cause.TIMEOUT, "no full answer within " + (timeUp ? "4 x " : "") + timeout.toMillis() + " ms");
        if (e instanceof UnknownHostException) return failed(Cause.UNREACHABLE, "no such host: " + reason(e));
        if (isCertificate(e)) return failed(Cause.CERTIFICATE, "certificate refused: " + reason(e));
        if (isUnreachable(e)) return failed(Cause.UNREACHABLE, reason(e));
        return failed(Cause.BROKEN, brokenAt(e) + reason(e));
    }

    /** Where in the answer, in front of the library's own words, which are for whoever reads its source. */
    private static String brokenAt(IOException e) {
        String message = String.valueOf(e.getMessage());
        if (message.startsWith("unexpected end of stream on")) // while the head of an answer was awaited
            return e.getCause() instanceof EOFException head && !String.valueOf(head.getMessage()).contains("limit=0 ")
                    ? "the headers break off or are more than " + (Wiring.MAX_HEADERS >> 10) + " KB: "
                    : "hung up without an answer: ";
        if (message.startsWith("Unexpected status line")) return "not HTTP: ";
        boolean chunk = message.startsWith("Expected leading [0-9a-fA-F]")
                || message.startsWith("Number too large")
                || message.startsWith("expected chunk size");
        return chunk ? "a chunk's length is none: " : "";
    }

    private static FetchOutcome failed(Cause cause, String reason) {
        return new FetchOutcome.Failed(cause, reason);
    }

    private static boolean isCertificate(IOException e) {
        return e instanceof SSLPeerUnverifiedException // the name is another's
                || (e instanceof SSLException && find(e, GeneralSecurityException.class)); // path or date
    }

    private static boolean isUnreachable(IOException e) {
        return e instanceof ConnectException
                || e instanceof NoRouteToHostException
                || (e instanceof SocketException && String.valueOf(e.getMessage()).startsWith("SOCKS: ")) // the JDK's words
                || String.valueOf(e.getMessage()).startsWith("Unexpected response code for CONNECT"); // OkHttp's
    }

    private static boolean find(Throwable thrown, Class<? extends Throwable> type) {
        int depth = 0;
        for (Throwable t = thrown; t != null && depth < 10; t = t.getCause(), depth++) if (type.isInstance(t)) return true;
        return false;
    }

    static String reason(Throwable e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        String line = message.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() > MAX_REASON ? line.substring(0, MAX_REASON) + "…" : line;
    }
}
