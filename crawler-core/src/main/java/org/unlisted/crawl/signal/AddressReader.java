package org.unlisted.crawl.signal;

import org.unlisted.crawl.signal.Contact.Kind;

/** Finds e-mail addresses, crypto-currency addresses and, last of all, {@code @names} that nobody else has read. */
final class AddressReader {
    private static final int LONGEST_LOCAL = 64; // RFC 5321 section 4.5.3.1
    private static final int LONGEST_DOMAIN = 255;
    static final int WALLET_LEAST = 26;
    private static final int WALLET_MOST = 90;
    private static final int HANDLE_LEAST = 4;
    private static final int HANDLE_MOST = 32;
    private static final int NEAR = 15; // units between a cue and its @name

    private final FoldedText text;
    private final Cues cues;
    private final Findings findings;

    AddressReader(FoldedText text, Cues cues, Findings findings) {
        this.text = text;
        this.cues = cues;
        this.findings = findings;
    }

    void readEmails() {
        for (int i = 1; i < text.length(); i++) {
            int after = afterAt(i);
            if (after > 0) email(i, after);
        }
    }

    /** Behind an at sign; negative where there is none. */
    private int afterAt(int i) {
        return switch (text.lower(i)) {
            case '@' -> i + 1;
            case '[', '(', '{' -> text.startsWith("at", i + 1) && "])}".indexOf(text.lower(i + 3)) >= 0 ? i + 4 : -1;
            default -> -1;
        };
    }

    private void email(int at, int after) {
        boolean spelt = after - at > 1;
        int localEnd = spelt && text.lower(at - 1) == ' ' ? at - 1 : at;
        int start = localEnd;
        while (localEnd - start < LONGEST_LOCAL && isLocal(text.lower(start - 1))) start--;
        while (start < localEnd && !FoldedText.isWord(text.lower(start))) start++;
        if (start == localEnd) return;
        int end = domainEnd(spelt && text.lower(after) == ' ' ? after + 1 : after);
        if (end < 0 || !findings.isFree(start, end)) return;
        String domain = text.lower(after, end).replaceAll("[\\[({ ]*(?:\\.|dot)[\\])} ]*", ".").strip();
        findings.contact(Kind.EMAIL, text.lower(start, localEnd) + "@" + domain, start, end);
    }

    /** Labels parted by dots, the last one of letters; negative where it is none. */
    private int domainEnd(int start) {
        int at = start;
        int end = -1;
        while (at - start < LONGEST_DOMAIN) {
            int label = at;
            while (at - start < LONGEST_DOMAIN && isLabel(text.lower(at))) at++;
            if (at == label) return end;
            if (label > start && isTopLevel(label, at)) end = at;
            int dot = afterDot(at);
            if (dot < 0) return end;
            at = dot;
        }
        return end;
    }

    private int afterDot(int at) {
        if (text.lower(at) == '.') return at + 1;
        for (String dot : new String[] {"[.]", "(.)", "[dot]", "(dot)", " [dot] ", " (dot) ", " dot "})
            if (text.startsWith(dot, at)) return at + dot.length();
        return -1;
    }

    private boolean isTopLevel(int start, int end) {
        for (int i = start; i < end; i++) if (!FoldedText.isLatin(text.lower(i))) return false;
        return end - start >= 2 && end - start <= 24;
    }

    private static boolean isLocal(char c) {
        return FoldedText.isWord(c) || c == '.' || c == '_' || c == '-' || c == '+';
    }

    private static boolean isLabel(char c) {
        return FoldedText.isWord(c) || c == '-';
    }

    void readWallets() {
        for (int i = 0; i < text.length(); ) {
            int end = i;
            while (FoldedText.isWord(text.lower(end))) end++;
            if (end - i >= WALLET_LEAST && end - i <= WALLET_MOST) wallet(i, end);
            i = end + 1;
        }
    }

    private void wallet(int start, int end) {
        String token = text.plain(start, end);
        String canonical = text.lower(start, end);
        if (Base58Check.isAddress(token)) canonical = token;
        else if (!isEthereum(canonical) && !Bech32.isAddress(canonical)) return;
        if (findings.isFree(start, end)) findings.contact(Kind.WALLET, canonical, start, end);
    }

    private static boolean isEthereum(String token) {
        if (token.length() != 42 || !token.startsWith("0x")) return false;
        return token.chars().skip(2).allMatch(c -> Character.digit(c, 16) >= 0);
    }

    void readHandles() {
        for (int at = 0; at < text.length(); at++) {
            char before = text.lower(at - 1);
            if (text.lower(at) != '@' || FoldedText.isWord(before) || before == '.') continue;
            int start = at + 1;
            int end = start;
            while (end - start <= HANDLE_MOST && isHandle(text.lower(end))) end++;
            while (end > start && text.lower(end - 1) == '.') end--;
            if (end - start < HANDLE_LEAST || end - start > HANDLE_MOST) continue;
            if (!FoldedText.isLatin(text.lower(start)) || !findings.isFree(start, end)) continue;
            Kind kind = cues.before(at, NEAR, Cue.Topic.TELEGRAM) ? Kind.TELEGRAM : Kind.HANDLE;
            findings.contact(kind, text.lower(start, end), start, end);
        }
    }

    private static boolean isHandle(char c) {
        return FoldedText.isWord(c) || c == '_' || c == '.';
    }
}
