package org.unlisted.cluster.stage;

import java.io.IOException;
import java.nio.file.Path;
import org.unlisted.console.demo.MarketServer;

/** The sample market as a process. Standard output: its address. Ends when its standard input does. */
public final class MarketMain {
    private MarketMain() {}

    /** One argument: the market's folder. */
    public static void main(String[] args) throws IOException {
        try (MarketServer market = MarketServer.start(Path.of(args[0]))) {
            System.out.println(market.origin());
            while (System.in.read() >= 0) {}
        }
    }
}
