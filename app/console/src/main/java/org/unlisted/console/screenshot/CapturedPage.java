package org.unlisted.console.screenshot;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** A page as it was fetched, with the pictures that may be shown in it. Immutable. */
public final class CapturedPage {
    private final URI url;
    private final Instant capturedAt;
    private final String contentType;
    private final byte[] html;
    private final Map<URI, byte[]> pictures;
    private final Map<URI, String> styles;

    /**
     * A page without pictures.
     *
     * @param contentType as served; its charset wins over what the page says of itself; may be empty
     * @param html        body as served; copied
     */
    public CapturedPage(URI url, Instant capturedAt, String contentType, byte[] html) {
        this(url, capturedAt, contentType, html.clone(), Map.of(), Map.of());
    }

    private CapturedPage(
            URI url,
            Instant capturedAt,
            String contentType,
            byte[] html,
            Map<URI, byte[]> pictures,
            Map<URI, String> styles) {
        this.url = requireNonNull(url, "url");
        this.capturedAt = requireNonNull(capturedAt, "capturedAt");
        this.contentType = requireNonNull(contentType, "contentType");
        this.html = html;
        this.pictures = pictures;
        this.styles = styles;
    }

    /**
     * The same page with one more picture.
     *
     * @param picture address of the picture, as the page names it
     * @param shown   what is shown in its place: JPEG or PNG, with everybody covered who must not be seen; copied
     */
    public CapturedPage withPicture(URI picture, byte[] shown) {
        Map<URI, byte[]> more = new LinkedHashMap<>(pictures);
        more.put(picture, shown.clone());
        return new CapturedPage(url, capturedAt, contentType, html, more, styles);
    }

    /** The same page with the text of one of its external style sheets. */
    public CapturedPage withStyle(URI sheet, String css) {
        Map<URI, String> more = new LinkedHashMap<>(styles);
        more.put(sheet, css);
        return new CapturedPage(url, capturedAt, contentType, html, pictures, more);
    }

    /** As fetched. */
    public URI url() {
        return url;
    }

    /** When the bytes were fetched. */
    public Instant capturedAt() {
        return capturedAt;
    }

    String contentType() {
        return contentType;
    }

    /** Not a copy: stays in this package. */
    byte[] html() {
        return html;
    }

    /** Not copies: stay in this package. */
    Map<URI, byte[]> pictures() {
        return pictures;
    }

    Map<URI, String> styles() {
        return styles;
    }

    @Override
    public String toString() {
        return "CapturedPage[" + html.length + " bytes, " + pictures.size() + " pictures]";
    }
}
