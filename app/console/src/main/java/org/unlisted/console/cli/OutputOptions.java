package org.unlisted.console.cli;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.unlisted.console.config.Settings;
import picocli.CommandLine.Option;

/** Options of every command that sweeps. */
final class OutputOptions {
    @Option(names = "--out", paramLabel = "DIR", description = "where report.html goes; default out/COMMAND-TIME")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--json", description = "one JSON object a line; the last one is \"done\"")
    private boolean json;

    @Option(names = "--lang", paramLabel = "TAG", description = "language of the report: en, zh-CN or vi")
    private Optional<String> language = Optional.empty();

    boolean json() {
        return json;
    }

    Path folder(String command) {
        String time = LocalDateTime.now(ZoneId.systemDefault()).format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT));
        return out.orElse(Path.of("out", command + "-" + time)).toAbsolutePath().normalize();
    }

    Locale language(Settings settings) {
        return language.map(Locale::forLanguageTag).orElse(settings.locale());
    }
}
