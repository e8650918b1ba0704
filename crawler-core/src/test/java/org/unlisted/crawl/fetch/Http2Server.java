package org.unlisted.crawl.fetch;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** Speaks HTTP/2 over TLS as far as the first request, and then sends whatever frames a test makes up. */
final class Http2Server implements AutoCloseable {
    static final int DATA = 0;
    static final int HEADERS = 1;
    static final int SETTINGS = 4;
    static final int PUSH_PROMISE = 5;
    static final int PING = 6;
    static final int CONTINUATION = 9;
    static final int END_STREAM = 1;
    static final int END_HEADERS = 4;

    private static final int PREFACE = 24; // bytes, RFC 9113 section 3.4

    /** What is sent once the first request has come. */
    interface Reply {
        void write(Frames frames, int stream) throws IOException;
    }

    /** Writes frames. */
    interface Frames {
        void write(int type, int flags, int stream, byte[] payload) throws IOException;
    }

    private final HeldCertificate certificate =
            new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();
    private final AtomicLong sent = new AtomicLong();
    private final SSLServerSocket listening;
    private final Reply reply;

    Http2Server(Reply reply) throws IOException {
        this.reply = reply;
        HandshakeCertificates own = new HandshakeCertificates.Builder().heldCertificate(certificate).build();
        listening = (SSLServerSocket) own.sslContext()
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(this::accept);
    }

    HeldCertificate certificate() {
        return certificate;
    }

    URI url() {
        return URI.create("https://localhost:" + listening.getLocalPort() + "/x");
    }

    /** Bytes that have gone out, on all connections. */
    long sent() {
        return sent.get();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                SSLSocket socket = (SSLSocket) listening.accept();
                Thread.ofPlatform().daemon().start(() -> serve(socket));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(SSLSocket socket) {
        try (socket) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setApplicationProtocols(new String[] {"h2"});
            socket.setSSLParameters(parameters);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            Frames frames = (type, flags, stream, payload) -> {
                byte[] frame = new byte[9 + payload.length];
                frame[0] = (byte) (payload.length >> 16);
                frame[1] = (byte) (payload.length >> 8);
                frame[2] = (byte) payload.length;
                frame[3] = (byte) type;
                frame[4] = (byte) flags;
                for (int i = 0; i < 4; i++) frame[5 + i] = (byte) (stream >> (24 - 8 * i));
                System.arraycopy(payload, 0, frame, 9, payload.length);
                out.write(frame);
                sent.addAndGet(frame.length);
            };
            frames.write(SETTINGS, 0, 0, new byte[0]);
            DataInputStream in = new DataInputStream(socket.getInputStream());
            reply.write(frames, request(in));
            in.readAllBytes(); // what the client still has to say, until it hangs up
        } catch (IOException e) {
            return; // the client had enough
        }
    }

    /** Reads up to the first request and says on which stream it came. */
    private static int request(DataInputStream in) throws IOException {
        in.skipNBytes(PREFACE);
        while (true) {
            int lengthAndType = in.readInt();
            in.readByte();
            int stream = in.readInt();
            in.skipNBytes(lengthAndType >>> 8);
            if ((lengthAndType & 0xff) == HEADERS) return stream;
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
