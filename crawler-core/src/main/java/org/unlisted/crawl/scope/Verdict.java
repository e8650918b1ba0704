package org.unlisted.crawl.scope;

/** What a source's scope says to an address. */
public enum Verdict {
    /** Belongs to the source. */
    IN("in"),
    /** On a host that the source does not name. */
    HOST("host"),
    /** On the source's host, outside its patterns. */
    PATH("path"),
    /** No page that a person would link to: it has the marks of a generator that never ends. */
    TRAP("trap");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    /** The reason, as reports write it. */
    public String word() {
        return word;
    }
}
