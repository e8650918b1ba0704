package org.unlisted.crawl.fetch;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Proxy;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.Connection;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Dns;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/**
 * How OkHttp is set up: which way a call goes, and where the guard stands. It sees every DNS answer and, before a byte of a
 * request leaves, the peer that was really connected; hosts that are addresses never come here (see {@link HostGuard}),
 * because OkHttp does not show them to its Dns hook.
 */
final class Wiring {
    /** Bytes of one answer's headers; OkHttp's own limit for HTTP/1.1. */
    static final int MAX_HEADERS = 256 << 10;

    private static final int MAX_IDLE = 64; // connections; fewer than the threads that ask would be reopened all the time

    private Wiring() {}

    static OkHttpClient.Builder of(FetchPolicy policy, Dns dns) {
        AddressGuard guard = new AddressGuard(policy.allowLoopback());
        Manners manners = policy.manners();
        X509TrustManager trust = trust();
        return new OkHttpClient.Builder()
                .followRedirects(false)
                .followSslRedirects(false)
                .connectionPool(new ConnectionPool(MAX_IDLE, 1, TimeUnit.MINUTES))
                .connectTimeout(policy.timeout())
                .readTimeout(policy.timeout())
                .callTimeout(policy.timeout().multipliedBy(4))
                .cookieJar(manners.cookies() ? new SweepCookies() : CookieJar.NO_COOKIES)
                .proxy(manners.proxy().map(Wiring::proxy).orElse(Proxy.NO_PROXY)) // never the JVM's own setting
                .dns(manners.proxy().isPresent() ? Wiring::proxyItself : host -> guarded(host, dns, guard))
                .sslSocketFactory(new WatchedTls(tls(trust)), trust)
                .addNetworkInterceptor(chain -> checked(chain, guard));
    }

    /** The certificates that the JDK trusts. */
    private static X509TrustManager trust() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            for (TrustManager manager : factory.getTrustManagers())
                if (manager instanceof X509TrustManager x509) return x509;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK's trusted certificates cannot be read", e);
        }
        throw new IllegalStateException("the JDK trusts no certificates");
    }

    private static SSLSocketFactory tls(X509TrustManager trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK has no TLS", e);
        }
    }

    private static Proxy proxy(URI uri) {
        Proxy.Type type = "socks5".equals(uri.getScheme()) ? Proxy.Type.SOCKS : Proxy.Type.HTTP;
        return new Proxy(type, new InetSocketAddress(uri.getHost(), uri.getPort()));
    }

    /** OkHttp looks up an HTTP proxy, the operator's choice, and nothing else: targets go to the proxy as names. */
    private static List<InetAddress> proxyItself(String host) throws UnknownHostException {
        return Dns.SYSTEM.lookup(host);
    }

    private static List<InetAddress> guarded(String host, Dns dns, AddressGuard guard) throws UnknownHostException {
        List<InetAddress> addresses = dns.lookup(host);
        for (InetAddress address : addresses) {
            try {
                guard.check(address);
            } catch (BlockedAddressException e) {
                throw (UnknownHostException) new UnknownHostException(host + ": " + e.getMessage()).initCause(e);
            }
        }
        return addresses;
    }

    private static Response checked(Interceptor.Chain chain, AddressGuard guard) throws IOException {
        Connection connection = requireNonNull(chain.connection(), "network interceptors run after connecting");
        if (connection.route().proxy().type() != Proxy.Type.DIRECT) return framed(chain.proceed(chain.request()));
        InetAddress peer = connection.socket().getInetAddress();
        guard.check(peer);
        Response answer = framed(chain.proceed(chain.request()));
        return answer.newBuilder()
                .request(answer.request().newBuilder().tag(InetAddress.class, peer).build())
                .build();
    }

    /** Lengths that contradict each other, or are none, say that what follows cannot be trusted (RFC 9112 section 6.3); throwing drops the connection. */
    private static Response framed(Response answer) throws IOException {
        List<String> lengths = answer.headers("Content-Length");
        if (answer.headers().byteCount() > MAX_HEADERS) // few bytes of HTTP/2 may stand for many: RFC 7541 section 7.3
            throw new ProtocolException("the headers are more than " + (MAX_HEADERS >> 10) + " KB");
        boolean fine = lengths.stream().allMatch(l -> l.equals(lengths.getFirst()) && l.matches("\\d{1,18}"));
        if (fine) return answer;
        throw new ProtocolException("Content-Length is not a length");
    }

    /** The address that answered; empty behind a proxy. */
    static Optional<InetAddress> peer(Response network) {
        return Optional.ofNullable(network.request().tag(InetAddress.class));
    }
}
