package org.unlisted.console.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes reports as one self-contained HTML file each. What sellers wrote is escaped by the template engine; a content
 * security policy names the one style sheet by its hash and allows pictures only from within the file. Thread-safe.
 */
public final class ReportWriter {
    private static final Logger LOG = LoggerFactory.getLogger(ReportWriter.class);

    private final Words words;
    private final String style = resource("report.css");
    private final Template template;
    private final Template scan;

    /**
     * Writes in one language.
     *
     * @param language English, Chinese or Vietnamese; any other gives English
     */
    public ReportWriter(Locale language) {
        words = new Words(language);
        template = template("report.mustache");
        scan = template("scan.mustache");
    }

    private static Template template(String name) {
        return Mustache.compiler()
                .withCollector(new OptionalSections())
                .withLoader(part -> new StringReader(resource(part + ".mustache")))
                .compile(resource(name));
    }

    /** Writes the report over whatever the file held before. */
    public void write(Report report, Path html) throws IOException {
        Files.writeString(html, html(report));
        LOG.info("event=report-written sweep={} offers={} cases={}", report.started().sweep(),
                report.offers().size(), report.cases().size());
    }

    /** Writes the report of a scan over whatever the file held before. */
    public void write(ScanReport report, Path html) throws IOException {
        Files.writeString(html, html(report));
        LOG.info("event=scan-report-written scan={} cases={}", report.started().sweep(), report.cases().size());
    }

    String html(ScanReport report) {
        return scan.execute(ScanReportView.of(report, words, style, "sha256-" + sha256(style)));
    }

    String html(Report report) {
        return template.execute(ReportView.of(report, words, style, "sha256-" + sha256(style)));
    }

    private static String resource(String name) {
        try (InputStream in = requireNonNull(ReportWriter.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + name, e);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
