package org.unlisted.console.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.unlisted.console.config.AppFolder;
import org.unlisted.crawl.listing.Extraction;
import org.unlisted.crawl.listing.ListingExtractor;
import org.unlisted.crawl.offer.OfferReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what the listing extractor and the offer reader make of one saved page. */
@Command(
        name = "extract",
        mixinStandardHelpOptions = true,
        description = "Reads the listings of one saved page and prints them as one JSON line; fetches nothing.")
final class ExtractCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "the page as it was received: HTML or plain text")
    private Path file = Path.of("");

    @Option(names = "--url", required = true, paramLabel = "URL", description = "where it was fetched: http or https")
    private String url = "";

    @Option(names = "--content-type", paramLabel = "TYPE", description = "its Content-Type header, verbatim")
    private Optional<String> contentType = Optional.empty();

    @Override
    public Integer call() throws Exception {
        URI address = address(url);
        if (!Files.isRegularFile(file)) throw new UsageException("no such file: " + file);
        AppFolder app = AppFolder.ofLauncher();
        ListingExtractor extractor = ListingExtractor.load(app.sites());
        OfferReader offers = OfferReader.load(app.lexicon());
        ListingExtractor.Page page = extractor.read(address, head(file), contentType);
        if (page.extraction() instanceof Extraction.Unreadable(String reason))
            throw new IOException(file + " is unreadable: " + reason);
        String line = PageJson.of(address, page, offers).toString();
        PrintStream out = new PrintStream(System.out, true, UTF_8); // JSON is UTF-8, whatever the terminal is
        out.println(line);
        return ExitCode.DONE;
    }

    /** One byte more than the extractor reads, so that it can tell that there is more. */
    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(ListingExtractor.LIMIT + 1);
        }
    }

    private static URI address(String url) throws UsageException {
        try {
            URI address = new URI(url.strip());
            String scheme = String.valueOf(address.getScheme());
            boolean web = scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
            if (web && address.getHost() != null) return address;
        } catch (URISyntaxException e) {
            throw new UsageException("not an address: " + url);
        }
        throw new UsageException("not an http or https address: " + url);
    }
}
