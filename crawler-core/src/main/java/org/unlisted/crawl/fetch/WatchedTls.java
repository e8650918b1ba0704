package org.unlisted.crawl.fetch;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** TLS as another factory makes it, with an {@link Http2Watch} where HTTP/2 was agreed on. Thread-safe. */
final class WatchedTls extends SSLSocketFactory {
    private final SSLSocketFactory plain;

    WatchedTls(SSLSocketFactory plain) {
        this.plain = requireNonNull(plain, "plain");
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return plain.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return plain.getSupportedCipherSuites();
    }

    /** The one that OkHttp calls: it connects by itself, and TLS goes over what it has connected. */
    @Override
    public Socket createSocket(Socket connected, String host, int port, boolean autoClose) throws IOException {
        return new WatchedSocket((SSLSocket) plain.createSocket(connected, host, port, autoClose));
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw unguarded();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
        throw unguarded();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw unguarded();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
        throw unguarded();
    }

    private static UnsupportedOperationException unguarded() {
        return new UnsupportedOperationException("connecting is the caller's, who looks at the address");
    }
}
