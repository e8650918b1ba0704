package org.unlisted.takedown.notice;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/** Numbers, money and times as a language writes them. Immutable. */
final class Figures {
    private static final int MAX_DECIMALS = 8; // of one bitcoin; nothing is priced finer
    private static final MathContext ROUNDED = new MathContext(4, RoundingMode.HALF_UP);
    private final Locale locale;
    private final Phrases phrases;

    Figures(Locale locale, Phrases phrases) {
        this.locale = locale;
        this.phrases = phrases;
    }

    String number(long n) {
        return NumberFormat.getIntegerInstance(locale).format(n);
    }

    String money(BigDecimal amount, Optional<String> currency) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(MAX_DECIMALS);
        if (amount.stripTrailingZeros().scale() > 0) format.setMinimumFractionDigits(2); // 1,500.50, but 1,500
        String number = format.format(amount);
        return currency.map(code -> phrases.amounts().getOrDefault(code, "{} " + code))
                .orElse(phrases.noCurrency())
                .replace("{}", number);
    }

    /** Four significant digits: quotients have more than anybody reads. */
    String roundedMoney(BigDecimal amount, Optional<String> currency) {
        return money(amount.round(ROUNDED), currency);
    }

    String time(Instant at) {
        return format(phrases.time(), at.atOffset(ZoneOffset.UTC));
    }

    String date(LocalDate date) {
        return format(phrases.date(), date);
    }

    private String format(String pattern, TemporalAccessor value) {
        return DateTimeFormatter.ofPattern(pattern, locale).format(value);
    }
}
