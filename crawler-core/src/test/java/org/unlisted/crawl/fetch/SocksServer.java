package org.unlisted.crawl.fetch;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A SOCKS5 proxy (RFC 1928) that notes what it was asked for and connects everything to one server of the test. */
final class SocksServer implements AutoCloseable {
    private static final int DOMAIN = 3;

    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int target;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    /** A proxy to that port on loopback; 0 refuses every call as unreachable. */
    SocksServer(int target) throws IOException {
        this.target = target;
        Thread.ofVirtual().start(this::accept);
    }

    URI url() {
        return URI.create("socks5://127.0.0.1:" + listening.getLocalPort());
    }

    /** Targets as they came: {@code domain name:port}, or {@code address type N}. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            OutputStream out = client.getOutputStream();
            in.readUnsignedByte(); // version
            in.readNBytes(in.readUnsignedByte()); // methods
            out.write(new byte[] {5, 0});
            in.readNBytes(3); // version, CONNECT, reserved
            int type = in.readUnsignedByte();
            if (type != DOMAIN) {
                asked.add("address type " + type);
                return;
            }
            String name = new String(in.readNBytes(in.readUnsignedByte()), US_ASCII);
            asked.add("domain " + name + ":" + in.readUnsignedShort());
            out.write(new byte[] {5, (byte) (target == 0 ? 4 : 0), 0, 1, 0, 0, 0, 0, 0, 0});
            if (target != 0) join(client);
        } catch (IOException e) {
            return; // either side went away
        }
    }

    private void join(Socket client) throws IOException {
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
            Thread up = Thread.ofVirtual().start(() -> {
                try {
                    client.getInputStream().transferTo(server.getOutputStream());
                } catch (IOException e) {
                    return; // either side went away
                }
            });
            server.getInputStream().transferTo(client.getOutputStream());
            up.interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
