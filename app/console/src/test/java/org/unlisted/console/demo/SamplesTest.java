package org.unlisted.console.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The samples fit together: what {@code expected.json} says of the market and the chat is there to be found. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SamplesTest {
    private static final Path SAMPLES = Path.of("../../samples");
    private static final Path MARKET = SAMPLES.resolve("market");
    private static final Path CHAT = SAMPLES.resolve("chats/telegram");
    private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"(/[^\"#]*)");
    private static final Pattern PICTURE = Pattern.compile("/img/[\\w.-]+");
    private static final byte[] END_OF_IMAGE = {(byte) 0xFF, (byte) 0xD9};
    private static final String PREVIEWS = "https://t.me/";

    private Expected expected;
    private SiteExceptions exceptions;
    private JsonNode chat;
    private Map<String, String> pages;

    @BeforeAll
    void read() throws IOException {
        expected = Expected.read(SAMPLES.resolve("expected.json"));
        exceptions = SiteExceptions.read(MARKET.resolve("site.yaml"));
        chat = JsonMapper.shared().readTree(Files.readString(CHAT.resolve("result.json")));
        pages = new LinkedHashMap<>();
        for (Path file : files(MARKET)) {
            String path = "/" + MARKET.relativize(file).toString().replace('\\', '/');
            if (path.endsWith(".html")) pages.put(path, Files.readString(file, charsetOf(path)));
        }
    }

    @Test
    void thereAreEnoughPagesOffersAndNearMisses() {
        assertThat(pages.size()).isGreaterThanOrEqualTo(44);
        assertThat(expected.offers().stream().filter(o -> !o.listing().startsWith("chat:")))
                .hasSizeGreaterThanOrEqualTo(9);
        assertThat(expected.offers().stream().filter(o -> o.listing().startsWith("chat:")))
                .hasSize(3);
        assertThat(expected.nearMisses()).hasSizeGreaterThanOrEqualTo(12);
        assertThat(expected.enrol()).hasSize(8);
        assertThat(chat.get("messages").size()).isGreaterThanOrEqualTo(40);
    }

    @Test
    void everyListingThatIsExpectedIsThere() {
        Stream.of(
                        expected.found().stream().map(Expected.Found::listing),
                        expected.mayBeFound().stream().map(Expected.MayBeFound::listing),
                        expected.near().stream().map(Expected.Near::listing),
                        expected.offers().stream().map(Expected.ReadOffer::listing),
                        expected.nearMisses().stream().map(Expected.NearMiss::listing))
                .flatMap(listings -> listings)
                .distinct()
                .forEach(listing -> assertThat(textOf(listing)).as(listing).isNotBlank());
    }

    @Test
    void everyPersonExpectedIsEnrolledAndIsToBeFoundSomewhere() {
        Set<String> enrolled = expected.enrol().stream().map(Expected.Enrol::id).collect(Collectors.toSet());
        assertThat(expected.found().stream().map(Expected.Found::person).collect(Collectors.toSet()))
                .isEqualTo(enrolled);
        assertThat(expected.mayBeFound()).allMatch(f -> enrolled.contains(f.person()));
        assertThat(expected.near()).hasSize(1).allMatch(n -> enrolled.contains(n.person()));
        assertThat(expected.enrol().stream().flatMap(e -> e.photos().stream()))
                .hasSize(24)
                .allMatch(photo -> Files.isRegularFile(SAMPLES.resolve(photo)));
    }

    @Test
    void everyoneIsOnlyToBeFoundInAnOfferThatShowsTheirPicture() {
        Set<String> offers = expected.offers().stream().map(Expected.ReadOffer::listing).collect(Collectors.toSet());
        for (Expected.Found found : expected.found()) {
            assertThat(offers).contains(found.listing());
            assertThat(found.images()).isNotEmpty().allSatisfy(image -> assertThat(textOf(found.listing()))
                    .contains(image));
        }
        assertThat(expected.nearMisses()).noneMatch(n -> offers.contains(n.listing()));
    }

    @Test
    void everyPictureThatAPageNamesIsThereAndEveryPictureIsUsed() throws IOException {
        Set<String> named = new TreeSet<>();
        pages.values().forEach(page -> named.addAll(picturesIn(page)));
        Set<String> present = new TreeSet<>();
        for (Path file : files(MARKET.resolve("img"))) present.add("/img/" + file.getFileName());
        assertThat(named).isEqualTo(present);
    }

    @Test
    void noPictureOfAnOfferIsForbidden() {
        Set<String> ofOffers = expected.found().stream().flatMap(f -> f.images().stream()).collect(Collectors.toSet());
        expected.near().forEach(n -> ofOffers.add(n.image()));
        assertThat(expected.neverFetched()).doesNotContainAnyElementsOf(ofOffers);
        for (String path : expected.neverFetched()) {
            assertThat(MARKET.resolve(path.substring(1))).isRegularFile();
        }
    }

    @Test
    void everyPictureOfANearMissPageIsForbidden() {
        for (Expected.NearMiss miss : expected.nearMisses()) {
            if (!miss.listing().startsWith("/") || miss.listing().contains("#")) continue;
            assertThat(expected.neverFetched()).as(miss.listing()).containsAll(picturesIn(textOf(miss.listing())));
        }
    }

    @Test
    void everyPageIsReachedFromHomeWithinFourHops() {
        Set<String> reached = new TreeSet<>(Set.of("/index.html"));
        for (int hop = 1; hop <= 4; hop++) {
            reached.addAll(reached.stream().flatMap(page -> targetsOf(page).stream()).toList());
        }
        assertThat(reached).containsAll(pages.keySet());
    }

    @Test
    void whatIsToBeSkippedIsBrokenInTheWayItIsSaidToBe() throws IOException {
        assertThat(pages).doesNotContainKeys(items("not-found"));
        assertThat(Files.readString(MARKET.resolve("robots.txt"))).contains("Disallow: /private/");
        assertThat(items("robots")).allMatch(path -> path.startsWith("/private/"));
        assertThat(items("login")).allSatisfy(path -> assertThat(pages.get(path)).contains("type=\"password\""));
        for (String path : items("truncated")) {
            byte[] jpeg = Files.readAllBytes(MARKET.resolve(path.substring(1)));
            assertThat(jpeg).startsWith(0xFF, 0xD8); // starts as an image does, but does not end so: ITU-T T.81 B.1
            assertThat(Arrays.copyOfRange(jpeg, jpeg.length - 2, jpeg.length)).isNotEqualTo(END_OF_IMAGE);
        }
        for (String path : items("not-an-image")) {
            assertThat(ImageIO.read(MARKET.resolve(path.substring(1)).toFile())).isNull();
        }
    }

    @Test
    void everyPhotoOfTheChatIsThereUnlessTheExportSaysThatItIsNot() throws IOException {
        Set<String> named = new TreeSet<>();
        for (JsonNode message : chat.get("messages")) {
            String photo = message.path("photo").asString("");
            if (!photo.isEmpty() && !photo.startsWith("(")) named.add(photo);
        }
        Set<String> present = new TreeSet<>();
        for (Path file : files(CHAT.resolve("photos"))) present.add("photos/" + file.getFileName());
        assertThat(named).isEqualTo(present);
    }

    @Test
    void everyFileIsListedWithItsSource() throws IOException {
        String sources = Files.readString(SAMPLES.resolve("SOURCES.md"));
        for (Path file : files(SAMPLES)) {
            Path relative = SAMPLES.relativize(file);
            String listed = relative.getNameCount() == 1 ? relative.toString() : relative.getName(0) + "/";
            assertThat(sources).as(relative.toString()).contains("`" + listed + "`");
        }
    }

    @Test
    void theSamplesStaySmall() throws IOException {
        long bytes = 0;
        for (Path file : files(SAMPLES)) bytes += Files.size(file);
        assertThat(bytes).isLessThan(14_000_000);
    }

    /** The page, post or message, as it stands in its file; empty if it is not there. */
    private String textOf(String listing) {
        if (listing.startsWith("chat:")) return message(listing.substring(listing.lastIndexOf('/') + 1));
        if (listing.startsWith(PREVIEWS)) {
            String post = "data-post=\"" + listing.substring(PREVIEWS.length()) + "\"";
            return pages.values().stream().filter(page -> page.contains(post)).findFirst().orElse("");
        }
        URI url = URI.create(listing);
        String page = pages.getOrDefault(url.getPath(), "");
        boolean there = url.getFragment() == null || page.contains("id=\"" + url.getFragment() + "\"");
        return there ? page : "";
    }

    private String message(String id) {
        for (JsonNode message : chat.get("messages")) {
            if (message.get("id").asString().equals(id)) return message.toString();
        }
        return "";
    }

    private List<String> targetsOf(String page) {
        return LINK.matcher(pages.getOrDefault(page, "")).results()
                .map(link -> link.group(1))
                .map(path -> {
                    SiteExceptions.Redirect redirect = exceptions.redirects().get(path);
                    return redirect == null ? path : redirect.to();
                })
                .map(path -> path.endsWith("/") ? path + "index.html" : path)
                .toList();
    }

    private String[] items(String reason) {
        List<String> items = expected.skipped().getOrDefault(reason, List.of());
        assertThat(items).as(reason).isNotEmpty();
        return items.toArray(String[]::new);
    }

    private static List<String> picturesIn(String page) {
        return PICTURE.matcher(page).results().map(MatchResult::group).toList();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Charset charsetOf(String path) {
        return path.equals("/forum/thread-2204.html") ? Charset.forName("GB18030") : StandardCharsets.UTF_8;
    }
}
