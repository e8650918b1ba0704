package org.unlisted.crawl.signal;

import static java.util.Objects.requireNonNull;

/**
 * Reads how a seller is reached, where the goods lie and which personal numbers a text gives away. Works on the
 * original text, undoes disguises itself, takes time in proportion to the length. Thread-safe.
 */
public final class SignalReader {

    /**
     * Reads a text.
     *
     * @param text     any, also broken or very long
     * @param language BCP 47, or {@code und}: decides which country a phone number without a country code is tried in
     *                 first
     */
    public Signals read(String text, String language) {
        requireNonNull(language, "language");
        FoldedText folded = new FoldedText(text);
        Cues cues = new Cues(folded);
        Features features = Features.of(folded);
        if (features.isEmpty() && cues.hits().isEmpty()) return Signals.NONE;
        Findings findings = new Findings(folded);
        NumberReader numbers = new NumberReader(folded, cues, findings);
        AddressReader addresses = new AddressReader(folded, cues, findings);
        if (features.filler()) new MrzReader(folded, findings).read();
        if (features.digits()) numbers.readProven();
        if (features.slash()) new LinkReader(folded, cues, findings, language).read();
        if (features.longWord()) addresses.readWallets();
        if (features.at()) addresses.readEmails();
        new CueReader(folded, cues, findings, language).read();
        if (features.digits()) {
            numbers.readRest();
            new PhoneReader(folded, cues, findings, language).read();
        }
        if (features.at()) addresses.readHandles();
        return findings.signals();
    }

    /** Which characters a text has at all: most texts have none of them, and thousands are read in a second. */
    private record Features(boolean digits, boolean at, boolean slash, boolean filler, boolean longWord) {
        private static final int FEWEST_DIGITS = 7; // of a phone number

        static Features of(FoldedText text) {
            int digits = 0;
            int word = 0;
            boolean longWord = false;
            boolean at = false;
            boolean slash = false;
            boolean filler = false;
            for (int i = 0; i < text.length(); i++) {
                char c = text.lower(i);
                word = FoldedText.isWord(c) ? word + 1 : 0;
                longWord |= word >= AddressReader.WALLET_LEAST;
                if (Numerals.value(c) >= 0) digits++;
                else if (c == '@' || c == '[' || c == '(' || c == '{') at = true;
                else if (c == '/') slash = true;
                else if (c == '<') filler = true;
            }
            return new Features(digits >= FEWEST_DIGITS, at, slash, filler, longWord);
        }

        boolean isEmpty() {
            return !digits && !at && !slash && !filler && !longWord;
        }
    }
}
