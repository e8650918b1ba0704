package org.unlisted.crawl.chat;

import java.util.regex.Pattern;

/** Tells pictures by their names; a name in an address may be followed by a query. */
final class Pictures {
    private static final Pattern PICTURE =
            Pattern.compile("(?is).{1,2000}\\.(jpe?g|png|webp|gif|bmp|heic|heif|avif|tiff?)([?#].*)?");

    private Pictures() {}

    static boolean isPicture(String name) {
        return PICTURE.matcher(name).matches();
    }
}
