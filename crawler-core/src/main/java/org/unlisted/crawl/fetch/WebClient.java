package org.unlisted.crawl.fetch;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.Connection;
import okhttp3.Dns;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;
import org.unlisted.crawl.capture.Exchange;

/**
 * Asks for one address at a time, without following redirects, cookies or logins. The guard sees every DNS answer, IP
 * literals before the connection (OkHttp's Dns hook never sees those) and the peer that was really connected.
 * Thread-safe.
 */
public final class WebClient {
    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern QUAD = Pattern.compile("(?:" + OCTET + "\\.){3}" + OCTET);
    /** WHATWG URL, "ends in a number": such a host is an IPv4 address to a browser. */
    private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(?:^|\\.)(?:0[xX][0-9a-fA-F]*|\\d+)\\.?$");

    private final FetchPolicy policy;
    private final AddressGuard guard;
    private final OkHttpClient http;

    public WebClient(FetchPolicy policy) {
        this.policy = requireNonNull(policy, "policy");
        this.guard = new AddressGuard(policy.allowLoopback());
        this.http = new OkHttpClient.Builder()
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .connectTimeout(policy.timeout())
                .readTimeout(policy.timeout())
                .callTimeout(policy.timeout().multipliedBy(4))
                .dns(this::lookup)
                .addNetworkInterceptor(this::checkPeer)
                .build();
    }

    private List<InetAddress> lookup(String host) throws UnknownHostException {
        List<InetAddress> addresses = Dns.SYSTEM.lookup(host);
        for (InetAddress address : addresses) {
            try {
                guard.check(address);
            } catch (BlockedAddressException e) {
                throw (UnknownHostException) new UnknownHostException(host + ": " + e.getMessage()).initCause(e);
            }
        }
        return addresses;
    }

    /** Before a byte of the request leaves: a name may answer differently the second time (rebinding). */
    private Response checkPeer(Interceptor.Chain chain) throws IOException {
        Connection connection = requireNonNull(chain.connection(), "network interceptors run after connecting");
        InetAddress peer = connection.socket().getInetAddress();
        boolean direct = connection.route().proxy().type() == Proxy.Type.DIRECT;
        if (direct) guard.check(peer);
        Response answer = chain.proceed(chain.request());
        return direct
                ? answer.newBuilder().request(answer.request().newBuilder().tag(InetAddress.class, peer).build()).build()
                : answer;
    }

    public FetchOutcome get(Ask ask) { return get(ask.url(), ask.want() == Ask.Want.PICTURE); }
    /**
     * Asks once.
     *
     * @param pictureWanted whether an offer asked for this; otherwise the bytes of a picture are never read
     */
    public FetchOutcome get(URI url, boolean pictureWanted) {
        HttpUrl target = HttpUrl.parse(url.toString());
        if (target == null) return new FetchOutcome.Failed(FetchOutcome.Failed.Cause.BROKEN, "not an http(s) URL");
        try {
            checkLiteral(target.host());
            Request request = new Request.Builder()
                    .url(target)
                    .header("User-Agent", policy.userAgent())
                    .header("Accept", pictureWanted ? "image/*" : "text/html,application/xhtml+xml")
                    .header("Accept-Language", "zh-CN,zh;q=0.9,vi;q=0.8,en;q=0.7,ru;q=0.6")
                    .build();
            try (Response answer = http.newCall(request).execute()) {
                return read(url, answer, pictureWanted);
            }
        } catch (BlockedAddressException e) {
            return new FetchOutcome.Blocked(message(e));
        } catch (UnknownHostException e) {
            return e.getCause() instanceof BlockedAddressException
                    ? new FetchOutcome.Blocked(message(e))
                    : new FetchOutcome.Failed(FetchOutcome.Failed.Cause.UNREACHABLE, "no such host: " + message(e));
        } catch (InterruptedIOException e) {
            return new FetchOutcome.Failed(
                    FetchOutcome.Failed.Cause.TIMEOUT, "no answer within " + policy.timeout().toSeconds() + " s");
        } catch (java.net.ConnectException e) {
            return new FetchOutcome.Failed(FetchOutcome.Failed.Cause.UNREACHABLE, message(e));
        } catch (IOException e) {
            return new FetchOutcome.Failed(FetchOutcome.Failed.Cause.BROKEN, message(e));
        }
    }

    private FetchOutcome read(URI url, Response answer, boolean pictureWanted) throws IOException {
        String location = answer.header("Location");
        if (answer.isRedirect() && location != null) {
            HttpUrl next = answer.request().url().resolve(location);
            return next == null
                    ? new FetchOutcome.Failed(FetchOutcome.Failed.Cause.BROKEN, "redirect to no address")
                    : new FetchOutcome.Redirected(answer.code(), next.uri());
        }
        MediaType type = answer.body().contentType();
        if (!pictureWanted && type != null && type.type().equals("image")) return new FetchOutcome.UnaskedPicture();
        BufferedSource source = answer.body().source();
        boolean truncated = source.request(policy.contentLimit() + 1L);
        byte[] body = truncated ? source.readByteArray(policy.contentLimit()) : source.readByteArray();
        Response network = answer.networkResponse() == null ? answer : answer.networkResponse();
        return new FetchOutcome.Answered(new Exchange(
                url,
                Instant.ofEpochMilli(answer.receivedResponseAtMillis()),
                answer.code(),
                entries(network.request().headers()),
                entries(answer.headers()),
                Optional.ofNullable(network.request().tag(InetAddress.class)),
                truncated,
                body));
    }

    private static List<Map.Entry<String, String>> entries(Headers headers) {
        List<Map.Entry<String, String>> entries = new ArrayList<>();
        for (int i = 0; i < headers.size(); i++) entries.add(Map.entry(headers.name(i), headers.value(i)));
        return entries;
    }

    /**
     * Judges hosts that are addresses. Octal, hexadecimal, whole-number and short forms mean different things to
     * different parsers, so they are refused unread: no honest link has them.
     */
    private void checkLiteral(String host) throws IOException {
        if (host.indexOf(':') >= 0 || QUAD.matcher(host).matches()) guard.check(InetAddress.ofLiteral(host));
        else if (ENDS_IN_NUMBER.matcher(host).find()) throw new BlockedAddressException("unclear address refused");
    }

    private static String message(IOException e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
