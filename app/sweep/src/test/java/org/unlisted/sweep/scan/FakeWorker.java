package org.unlisted.sweep.scan;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.unlisted.sweep.bundle.BundleItem;
import org.unlisted.sweep.match.ItemFinding;
import org.unlisted.sweep.match.PictureFinding;
import org.unlisted.sweep.match.ReadablePicture;

/**
 * A worker without models: it counts pictures as the real one does, finds one face in whatever it is given, and does
 * what files of the test tell it. Its standard error names what it looked at.
 */
final class FakeWorker {
    static final String KILLS = "kills";
    static final String SLOW = "slow";
    static final String BROKEN = "broken";

    private FakeWorker() {}

    static WorkerLaunch launch(java.nio.file.Path log) {
        String jvm = java.nio.file.Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new WorkerLaunch(
                List.of(jvm, "-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-CreateCoredumpOnCrash", "-XX:ErrorFile=/dev/null", "-Djava.awt.headless=true", "-cp",
                        System.getProperty("java.class.path"), FakeWorker.class.getName()),
                java.util.Map.of(),
                log);
    }

    public static void main(String[] args) throws Exception {
        DataInputStream in = new DataInputStream(System.in);
        WorkerWire.order(in);
        for (var asked = WorkerWire.question(in); asked.isPresent(); asked = WorkerWire.question(in)) {
            switch (asked.get().question()) {
                case OPEN -> say(new WorkerAnswer.Opened(1, 2));
                case COUNT -> {
                    for (BundleItem item : asked.get().items())
                        say(new WorkerAnswer.Counted(ReadablePicture.of(item.bytes())));
                }
                case LOOK -> {
                    for (BundleItem item : asked.get().items()) say(new WorkerAnswer.Looked(look(item)));
                }
            }
        }
    }

    private static ItemFinding look(BundleItem item) throws IOException, InterruptedException {
        System.err.println("looked " + item.name());
        String text = new String(item.bytes(), 0, Math.min(20, item.bytes().length), UTF_8);
        if (text.equals(KILLS)) {
            new ProcessBuilder("kill", "-SEGV", Long.toString(ProcessHandle.current().pid())).start().waitFor();
            Thread.sleep(10_000);
        }
        if (text.equals(SLOW)) Thread.sleep(1_000);
        return text.equals(BROKEN)
                ? new ItemFinding(0, 0, List.of(new PictureFinding.Refusal("truncated", "ends early")), List.of())
                : new ItemFinding(1, 1, List.of(), List.of());
    }

    private static void say(WorkerAnswer answer) {
        System.out.println(WorkerWire.line(answer));
        System.out.flush();
    }

    /** The one that runs as a child of this process. */
    static Optional<ProcessHandle> running() {
        return ProcessHandle.current()
                .children()
                .filter(p -> p.info().command().orElse("").endsWith("java"))
                .findFirst();
    }
}
