package org.unlisted.console.web;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.unlisted.takedown.cases.CaseState;
import org.unlisted.takedown.sighting.OfferFacts;

/** Facts of a case in the reader's language. Lives for one request. */
final class CaseWords {
    private static final int MAX_DECIMALS = 8; // of one bitcoin
    private final MessageSource messages;
    private final Locale locale;

    CaseWords(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    String state(CaseState state) {
        return messages.getMessage("state." + state.word(), new Object[0], locale);
    }

    /** A kind that has no word yet is shown as it is. */
    String kind(OfferFacts offer) {
        return Arrays.stream(offer.kind().split("\\+"))
                .map(kind -> String.valueOf(messages.getMessage("kind." + kind, new Object[0], kind, locale)))
                .distinct()
                .collect(Collectors.joining(" + "));
    }

    Optional<String> pricePerFace(OfferFacts offer) {
        return offer.pricePerFace().map(price -> money(price) + offer.currency().map(c -> " " + c).orElse(""));
    }

    private String money(BigDecimal amount) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        // 3.5 reads as 3.50, 350 as 350
        format.setMinimumFractionDigits(amount.stripTrailingZeros().scale() > 0 ? 2 : 0);
        format.setMaximumFractionDigits(amount.compareTo(BigDecimal.ONE) < 0 ? MAX_DECIMALS : 2);
        return format.format(amount);
    }

    Optional<String> persons(OfferFacts offer) {
        return offer.persons().isPresent() ? Optional.of(number(offer.persons().getAsLong())) : Optional.empty();
    }

    String cosine(double cosine) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(3);
        format.setMaximumFractionDigits(3);
        return format.format(cosine);
    }

    /** A rate as "one in so many", which people read more safely than a power of ten. */
    String falseMatchRate(double rate) {
        if (rate <= 0) return messages.getMessage("fmr.none", new Object[0], locale);
        return messages.getMessage("fmr.oneIn", new Object[] {number(Math.round(1 / rate))}, locale);
    }

    private String number(long n) {
        return NumberFormat.getIntegerInstance(locale).format(n);
    }

    String time(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(locale)
                        .format(at.atOffset(ZoneOffset.UTC))
                + " UTC";
    }
}
