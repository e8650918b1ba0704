package org.unlisted.sweep.scan;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How a worker's process is started.
 *
 * @param command     program and arguments; no key among them, command lines are public
 * @param environment added to this process's own
 * @param log         where the worker writes what it does: ids and counts
 */
public record WorkerLaunch(List<String> command, Map<String, String> environment, Path log) {
    public WorkerLaunch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        requireNonNull(log, "log");
        if (command.isEmpty()) throw new IllegalArgumentException("no command");
    }
}
