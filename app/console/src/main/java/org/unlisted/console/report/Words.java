package org.unlisted.console.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** The report's words and numbers in one language. Thread-safe. */
final class Words {
    private final Locale locale;
    private final ResourceBundle bundle;

    Words(Locale language) {
        locale = switch (language.getLanguage()) {
            case "zh" -> Locale.of("zh", "CN");
            case "vi" -> Locale.of("vi");
            default -> Locale.ENGLISH;
        };
        // Without a fallback: English must not turn into the language of the machine.
        bundle = ResourceBundle.getBundle(
                "org.unlisted.console.report.report",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** BCP 47. */
    String language() {
        return locale.toLanguageTag();
    }

    /** Every text without a blank to fill, by key. */
    Map<String, String> all() {
        return bundle.keySet().stream().collect(Collectors.toUnmodifiableMap(key -> key, bundle::getString));
    }

    String text(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }

    /** The word for a code such as {@code PER_PERSON} or {@code not-found}; the code itself where none is known. */
    String coded(String prefix, String code) {
        String key = prefix + "_" + code;
        return bundle.containsKey(key) ? bundle.getString(key) : code;
    }

    String number(long n) {
        return NumberFormat.getIntegerInstance(locale).format(n);
    }

    /** With two decimals. */
    String decimal(double x) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return format.format(x);
    }

    /** Seconds, with one decimal below a minute. */
    String seconds(double s) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(s < 60 ? 1 : 0);
        return format.format(s) + " s";
    }

    /** Three significant digits below 1, as many as there are above: prices per face go down to a tenth of a cent. */
    String money(BigDecimal amount, String currency) {
        BigDecimal shown = amount.abs().compareTo(BigDecimal.ONE) < 0
                ? amount.round(new MathContext(3))
                : amount.setScale(2, RoundingMode.HALF_EVEN);
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(shown.stripTrailingZeros().scale() > 0 ? 2 : 0);
        format.setMaximumFractionDigits(Math.max(2, shown.scale()));
        return (currency + " " + format.format(shown)).strip();
    }

    /** A false match rate in words people can picture: one in so many comparisons of different people. */
    String rate(double falseMatchRate) {
        return falseMatchRate > 0
                ? text("fmr", Math.round(1 / falseMatchRate))
                : text("fmr_none");
    }

    /** UTC, to the minute. */
    String time(Instant at) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", locale)
                .withZone(ZoneOffset.UTC)
                .format(at);
    }
}
