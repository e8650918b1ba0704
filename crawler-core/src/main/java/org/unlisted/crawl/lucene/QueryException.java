package org.unlisted.crawl.lucene;

/** A query that cannot be taken. The message says what is wrong with it and what to write instead. */
public final class QueryException extends Exception {
    private static final long serialVersionUID = 1;

    QueryException(String message) {
        super(message);
    }
}
