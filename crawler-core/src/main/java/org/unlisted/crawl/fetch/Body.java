package org.unlisted.crawl.fetch;

/**
 * What was read of a body, decoded. Stays inside the package: the array is not copied.
 *
 * @param truncated it was longer than the cap, or broke off
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one call, is compared with nothing
record Body(byte[] bytes, boolean truncated) {}
