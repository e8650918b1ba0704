package org.unlisted.sweep.cluster;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Properties;

/**
 * PyTorch's native libraries as DJL packs them: a jar whose {@code native/lib/pytorch.properties} tells the build. It is
 * shipped as it is, 110 MB, and unpacked once a node; a task then loads the libraries from there instead of unpacking
 * another 430 MB.
 *
 * @param jar     built for the machine at hand: the nodes must be of its kind
 * @param version such as 2.7.1-20250812
 * @param flavor  cpu
 * @param folder  of the libraries inside the jar
 */
record NativeLibrary(Path jar, String version, String flavor, String folder) {
    private static final String PROPERTIES = "native/lib/pytorch.properties";

    NativeLibrary {
        requireNonNull(jar, "jar");
        requireNonNull(version, "version");
        requireNonNull(flavor, "flavor");
        requireNonNull(folder, "folder");
    }

    /**
     * The one that a model opened in this JVM would use.
     *
     * @throws IOException if there is none, or it is not in a jar
     */
    static NativeLibrary onClassPath() throws IOException {
        URL url = NativeLibrary.class.getClassLoader().getResource(PROPERTIES);
        if (url == null) throw new IOException("PyTorch's native library is not on the class path: no " + PROPERTIES);
        if (!(url.openConnection() instanceof JarURLConnection connection))
            throw new IOException("PyTorch's native library is not in a jar: " + url);
        connection.setUseCaches(false);
        Properties build = new Properties();
        try (InputStream in = connection.getInputStream()) {
            build.load(in);
        }
        String flavor = property(build, "flavor", url);
        try {
            return new NativeLibrary(
                    Path.of(connection.getJarFileURL().toURI()),
                    property(build, "version", url),
                    flavor,
                    "pytorch/" + flavor + "/" + property(build, "classifier", url));
        } catch (URISyntaxException e) {
            throw new IOException("no file: " + url, e);
        }
    }

    private static String property(Properties build, String name, URL url) throws IOException {
        String value = build.getProperty(name);
        if (value == null) throw new IOException(url + " does not tell its " + name);
        return value;
    }
}
