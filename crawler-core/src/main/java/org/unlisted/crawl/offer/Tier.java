package org.unlisted.crawl.offer;

import java.math.BigDecimal;

/**
 * A lower price for more: 满5万张8折, "from 100 pieces 90 each", or the whole lot.
 *
 * @param min       how many one has to take, at least 1
 * @param unitPrice of one, in the currency of the offer's price
 */
public record Tier(long min, BigDecimal unitPrice) {

    public Tier {
        if (min < 1) throw new IllegalArgumentException("a tier from " + min + " pieces");
        if (unitPrice.signum() < 0) throw new IllegalArgumentException("negative price: " + unitPrice);
    }
}
