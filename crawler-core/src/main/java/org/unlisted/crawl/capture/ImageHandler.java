package org.unlisted.crawl.capture;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * What is done with each picture of an offer, wherever the job runs: made by name in the task, so implementations are
 * public and have a public constructor without parameters. Used by one thread.
 */
public interface ImageHandler extends AutoCloseable {
    /** A setting: a folder, there or not yet; what is written into it reaches whoever started the job. */
    String ATTACHMENTS = "attachments";

    /**
     * Called once before the first picture.
     *
     * @param settings plain values
     * @param keys     secrets by name; they travel with the job's credentials, not with its settings
     */
    void open(Map<String, String> settings, Map<String, byte[]> keys) throws IOException;

    /** Lines of output for one picture; nothing else of it may stay. */
    List<String> handle(OfferImage image) throws IOException;

    @Override
    void close();
}
