package org.unlisted.crawl.signal;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** Bitcoin's address encoding with a four-byte checksum: twice SHA-256. TRON uses the same. */
final class Base58Check {
    private static final String ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final int PAYLOAD = 21; // version and 20 bytes of hash
    private static final int BITCOIN_P2PKH = 0x00;
    private static final int BITCOIN_P2SH = 0x05;
    private static final int TRON = 0x41;
    private static final BigInteger BASE = BigInteger.valueOf(58);

    private Base58Check() {}

    /** Whether it is an address of Bitcoin or TRON. */
    static boolean isAddress(String text) {
        if (text.length() < 26 || text.length() > 35 || "13T".indexOf(text.charAt(0)) < 0) return false;
        BigInteger value = BigInteger.ZERO;
        for (int i = 0; i < text.length(); i++) {
            int digit = ALPHABET.indexOf(text.charAt(i));
            if (digit < 0) return false;
            value = value.multiply(BASE).add(BigInteger.valueOf(digit));
        }
        byte[] big = value.toByteArray();
        byte[] bytes = new byte[PAYLOAD + 4];
        int from = big.length > 1 && big[0] == 0 ? 1 : 0;
        int length = big.length - from;
        if (length > bytes.length) return false;
        System.arraycopy(big, from, bytes, bytes.length - length, length);
        int version = bytes[0] & 0xff;
        if (version != BITCOIN_P2PKH && version != BITCOIN_P2SH && version != TRON) return false;
        byte[] sum = sha256(sha256(Arrays.copyOf(bytes, PAYLOAD)));
        return Arrays.equals(Arrays.copyOf(sum, 4), Arrays.copyOfRange(bytes, PAYLOAD, PAYLOAD + 4));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
