package org.unlisted.crawl.nutch;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.nutch.crawl.Signature;
import org.apache.nutch.parse.Parse;
import org.apache.nutch.protocol.Content;

/** A page has changed when its bytes have: their SHA-256, which the protocol left beside them. */
public final class PayloadSignature extends Signature {

    @Override
    public byte[] calculate(Content content, Parse parse) {
        String digest = content.getMetadata().get(Keys.DIGEST);
        return (digest == null ? content.getUrl() : digest).getBytes(UTF_8);
    }
}
