package org.unlisted.crawl.hunt;

/** Told what a hunt finds while it reads. Calls come from the thread that hunts, in the order of the captures. */
public interface HuntListener {

    /** A listing that sells faces, or that a tracker hits. */
    void hit(HuntHit hit);

    /**
     * Something that could not be read: the rest was.
     *
     * @param item a page's address, or an archive's path
     */
    void unreadable(String item, String why);

    /**
     * How far it is.
     *
     * @param done  bytes of the archives read so far
     * @param total bytes of all archives, never below {@code done}
     * @param pages read so far
     */
    void progress(long done, long total, long pages);
}
