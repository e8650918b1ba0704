package org.unlisted.crawl.fetch;

import java.io.IOException;

/** A host led to an address that {@link AddressGuard} refuses. */
public final class BlockedAddressException extends IOException {
    private static final long serialVersionUID = 1;

    BlockedAddressException(String message) {
        super(message);
    }
}
