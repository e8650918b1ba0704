package org.unlisted.face.image;

import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/** Hears what a reader grumbles about: a JPEG that ends early is a warning there, and grey pixels. */
final class ReadWarnings implements IIOReadWarningListener {

    private boolean early;

    @Override
    public void warningOccurred(ImageReader source, String warning) {
        String words = warning.toLowerCase(Locale.ROOT);
        early |= words.contains("premature") || words.contains("unexpected end") || words.contains("eof");
    }

    boolean endedEarly() {
        return early;
    }
}
