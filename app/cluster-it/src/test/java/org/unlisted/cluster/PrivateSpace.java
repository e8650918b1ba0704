package org.unlisted.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Network, processes and mounts of their own (Linux namespaces). The network has only a loopback address, because
 * Hadoop's shuffle listens on every address there is. All processes in the space end with it, and it ends with this JVM,
 * however that ends: its first process reads this JVM's pipe.
 */
final class PrivateSpace implements AutoCloseable {
    private static final List<String> OPEN =
            List.of("unshare", "--net", "--pid", "--mount", "--fork", "--kill-child", "--mount-proc");
    private static final String FIRST = "ip link set lo up && echo up && exec cat";

    private final Process holder;
    private final long first;

    private PrivateSpace(Process holder, long first) {
        this.holder = holder;
        this.first = first;
    }

    /**
     * Makes one.
     *
     * @throws IOException if this machine does not permit it; the message says what it answered
     */
    static PrivateSpace open() throws IOException {
        List<String> command = new ArrayList<>(OPEN);
        command.addAll(List.of("sh", "-c", FIRST));
        Process holder = new ProcessBuilder(command).redirectErrorStream(true).start();
        BufferedReader answers = new BufferedReader(new InputStreamReader(holder.getInputStream(), UTF_8));
        String answer = answers.readLine();
        if (!"up".equals(answer)) {
            holder.destroyForcibly();
            throw new IOException("no private network: " + answer);
        }
        ProcessHandle first = holder.children().findFirst().orElseThrow();
        return new PrivateSpace(holder, first.pid());
    }

    /** A process in the space, started with these words. */
    Process start(Path folder, Map<String, String> environment, Path log, List<String> command) throws IOException {
        List<String> words = new ArrayList<>(
                List.of("nsenter", "--target", Long.toString(first), "--net", "--pid", "--mount", "--wd=" + folder));
        words.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    @Override
    public void close() {
        holder.destroyForcibly(); // --kill-child: the first process goes with it, and with that one all others
    }
}
