package org.unlisted.crawl.signal;

/** Checksum of Bitcoin's SegWit addresses: BIP 173 for version 0, BIP 350 for the later ones. */
final class Bech32 {
    private static final String ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final int[] GENERATOR = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
    private static final int BECH32 = 1;
    private static final int BECH32M = 0x2bc830a3;

    private Bech32() {}

    /** Whether it is an address of Bitcoin's main network; in lower case. */
    static boolean isAddress(String text) {
        if (!text.startsWith("bc1") || text.length() < 14 || text.length() > 90) return false;
        int sum = 1;
        for (int c : new int[] {'b' >> 5, 'c' >> 5, 0, 'b' & 31, 'c' & 31}) sum = step(sum, c);
        int version = ALPHABET.indexOf(text.charAt(3));
        for (int i = 3; i < text.length(); i++) {
            int value = ALPHABET.indexOf(text.charAt(i));
            if (value < 0) return false;
            sum = step(sum, value);
        }
        return sum == (version == 0 ? BECH32 : BECH32M);
    }

    private static int step(int sum, int value) {
        int top = sum >>> 25;
        int next = (sum & 0x1ffffff) << 5 ^ value;
        for (int i = 0; i < 5; i++) if ((top >> i & 1) != 0) next ^= GENERATOR[i];
        return next;
    }
}
