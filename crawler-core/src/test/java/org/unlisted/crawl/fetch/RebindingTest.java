package org.unlisted.crawl.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import javax.net.SocketFactory;
import okhttp3.Dns;
import org.junit.jupiter.api.Test;

/** A name that looks public while it is checked and leads inside when it is used. */
class RebindingTest {
    private static final InetAddress PUBLIC = InetAddress.ofLiteral("93.184.216.34");
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private static WebClient client(Dns dns, int port) {
        return new WebClient(
                WebClientTest.policy(false, Duration.ofSeconds(5)),
                new HostLimiter(Clock.systemUTC(), Thread::sleep),
                dns,
                builder -> builder.socketFactory(new AlwaysLoopback(port)));
    }

    private static FetchOutcome ask(WebClient client) {
        return client.get(Ask.of(URI.create("http://shop.example/secret"), Ask.Want.PAGE));
    }

    @Test
    void asksNothingOfAPeerThatIsInsideWhateverTheNameWas() throws IOException {
        try (RawServer inside = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi")) {
            assertThat(ask(client(host -> List.of(PUBLIC), inside.port())))
                    .isInstanceOfSatisfying(
                            FetchOutcome.Blocked.class, b -> assertThat(b.reason()).contains("127.0.0.1"));
            assertThat(inside.heads()).isEmpty();
        }
    }

    @Test
    void checksEachAnswerOfTheDns() throws IOException {
        try (RawServer inside = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi")) {
            Queue<List<InetAddress>> answers = new ArrayDeque<>(
                    List.of(List.of(PUBLIC), List.of(LOOPBACK), List.of(PUBLIC, LOOPBACK), List.of(LOOPBACK, PUBLIC)));
            WebClient client = client(host -> answers.remove(), inside.port());
            for (int i = 0; i < 4; i++) assertThat(ask(client)).isInstanceOf(FetchOutcome.Blocked.class);
            assertThat(answers).isEmpty();
            assertThat(inside.heads()).isEmpty();
        }
    }

    @Test
    void checksWhereARedirectLeads() throws IOException {
        WebClient client = new WebClient(
                WebClientTest.policy(false, Duration.ofSeconds(5)), new HostLimiter(Clock.systemUTC(), Thread::sleep));
        for (String target : List.of("http://169.254.169.254/latest/meta-data/", "http://[::1]/", "http://0177.1/"))
            assertThat(client.get(Ask.of(URI.create(target), Ask.Want.PAGE))).isInstanceOf(FetchOutcome.Blocked.class);
    }

    /** Connects to a port of this machine whatever address it is told: what a rebound name or a hostile router does. */
    private static final class AlwaysLoopback extends SocketFactory {
        private final int port;

        AlwaysLoopback(int port) {
            this.port = port;
        }

        @Override
        public Socket createSocket() {
            return new Socket() {
                @Override
                public void connect(SocketAddress told, int timeout) throws IOException {
                    super.connect(new InetSocketAddress(LOOPBACK, port), timeout);
                }
            };
        }

        @Override
        public Socket createSocket(String host, int at) {
            return createSocket();
        }

        @Override
        public Socket createSocket(String host, int at, InetAddress from, int fromPort) {
            return createSocket();
        }

        @Override
        public Socket createSocket(InetAddress host, int at) {
            return createSocket();
        }

        @Override
        public Socket createSocket(InetAddress host, int at, InetAddress from, int fromPort) {
            return createSocket();
        }
    }
}
