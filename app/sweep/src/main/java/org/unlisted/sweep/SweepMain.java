package org.unlisted.sweep;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import org.unlisted.sweep.protocol.EventLine;
import org.unlisted.sweep.protocol.SweepEvent;
import org.unlisted.sweep.protocol.SweepOrder;

/**
 * The process of a sweep. Standard input: one order, then it stays open; its end means that the console is gone.
 * Standard output: events. Exit code 0 after Done, 1 after Failed.
 */
public final class SweepMain {

    private SweepMain() {}

    /** No arguments: an order has keys, and command lines are public. */
    public static void main(String[] args) throws IOException {
        PrintStream events = System.out;
        System.setOut(System.err); // libraries that print must not spoil the protocol
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        String line = in.readLine();
        if (line == null) throw new IOException("no order on standard input: this program is started by unlisted");
        SweepOrder order = EventLine.order(line);
        ScratchFolder scratch = ScratchFolder.open(order.work());
        Runtime.getRuntime().addShutdownHook(new Thread(scratch::erase, "erase scratch"));
        Thread.ofPlatform().daemon().name("parent watch").start(() -> endWith(in));

        int code = new SweepRun(order, scratch, event -> print(events, event)).run();
        events.flush();
        System.exit(code);
    }

    private static synchronized void print(PrintStream events, SweepEvent event) {
        events.println(EventLine.of(event));
        events.flush();
    }

    /** Blocks until the console has gone, by Ctrl-C or worse; then this process goes too, through its shutdown hook. */
    private static void endWith(BufferedReader in) {
        try {
            while (in.readLine() != null) {}
        } catch (IOException e) {
            // a broken pipe says the same as its end
        }
        System.exit(1);
    }
}
