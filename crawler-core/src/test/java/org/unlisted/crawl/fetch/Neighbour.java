package org.unlisted.crawl.fetch;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** A process that asks one host again and again, by the table of a file. */
public final class Neighbour {

    private Neighbour() {}

    /**
     * @param args the address, the file, how often, the delay in ms
     */
    public static void main(String[] args) throws Exception {
        HostLimiter limiter = new HostLimiter(Clock.systemUTC(), Thread::sleep);
        limiter.share(HostTable.open(Path.of(args[1])));
        Manners manners = new Manners(Duration.ofMillis(Long.parseLong(args[3])), 1, Optional.empty(), false);
        FetchPolicy policy = new FetchPolicy(
                "Unlisted", "https://unlisted.example/crawler", Duration.ofSeconds(10), 1 << 20, true, manners);
        WebClient client = new WebClient(policy, limiter);
        for (int i = 0; i < Integer.parseInt(args[2]); i++) {
            FetchOutcome outcome = client.get(new Ask(URI.create(args[0]), Ask.Want.PAGE, Optional.empty()));
            if (!(outcome instanceof FetchOutcome.Answered)) throw new IllegalStateException(outcome.toString());
        }
    }
}
