package org.unlisted.crawl.nutch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Nutch reads plugin descriptors from real folders only ({@code jar:} URLs are refused); the classes stay where they are. */
final class PluginFolder {
    /** Where the job jar carries them too. */
    private static final String RESOURCES = "/classes/plugins/";

    private static final List<String> PLUGINS = List.of("nutch-extensionpoints", "unlisted-crawl");

    private PluginFolder() {}

    /** Unpacks the descriptors below {@code work}; returns the folder for {@code plugin.folders}. */
    static Path unpack(Path work) throws IOException {
        Path folder = work.resolve("plugins").toAbsolutePath();
        for (String plugin : PLUGINS) {
            Path descriptor = folder.resolve(plugin).resolve("plugin.xml");
            Files.createDirectories(descriptor.getParent());
            String resource = RESOURCES + plugin + "/plugin.xml";
            try (InputStream in = PluginFolder.class.getResourceAsStream(resource)) {
                Files.write(descriptor, Objects.requireNonNull(in, resource).readAllBytes());
            }
        }
        return folder;
    }
}
