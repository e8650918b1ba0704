package org.unlisted.sweep.scan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What processes hold of the machine's memory. */
final class Memory {

    private Memory() {}

    /** VmHWM, proc(5): the resident set of a process at its highest, MB; 0 where the system does not tell. */
    static long peakRssMb(long pid) {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        try {
            if (!Files.isReadable(status)) return 0;
            return Files.readAllLines(status).stream()
                    .filter(l -> l.startsWith("VmHWM:"))
                    .mapToLong(l -> Long.parseLong(l.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) { // it has just ended
            return 0;
        }
    }
}
