package org.unlisted.crawl.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * Refuses addresses that a crawler of public pages has no business with: loopback, private, link-local (cloud metadata
 * among them), shared (RFC 6598), unique local (RFC 4193), multicast, unspecified. Thread-safe.
 */
public final class AddressGuard {
    private final boolean allowLoopback;

    /**
     * A guard for one source.
     *
     * @param allowLoopback only for markets served by this machine, such as the samples
     */
    public AddressGuard(boolean allowLoopback) {
        this.allowLoopback = allowLoopback;
    }

    /**
     * Passes public addresses.
     *
     * @throws BlockedAddressException for every other one
     */
    public void check(InetAddress address) throws BlockedAddressException {
        InetAddress plain = unwrapped(address);
        if (allowLoopback && plain.isLoopbackAddress()) return;
        if (plain.isLoopbackAddress()
                || plain.isSiteLocalAddress()
                || plain.isLinkLocalAddress()
                || plain.isAnyLocalAddress()
                || plain.isMulticastAddress()
                || isReserved(plain.getAddress()))
            throw new BlockedAddressException("inside address " + plain.getHostAddress() + " refused");
    }

    private static boolean isReserved(byte[] a) {
        if (a.length == 4) {
            int first = a[0] & 0xff;
            return first == 0 // RFC 1122 "this network"
                    || first >= 240 // RFC 1112 reserved, and broadcast
                    || (first == 100 && (a[1] & 0xc0) == 64) // RFC 6598
                    || (first == 198 && (a[1] & 0xfe) == 18); // RFC 2544 benchmarks
        }
        return (a[0] & 0xfe) == 0xfc; // RFC 4193
    }

    /** An IPv4 address carried in IPv6 (mapped, NAT64, 6to4) is judged as the IPv4 address that it reaches. */
    private static InetAddress unwrapped(InetAddress address) {
        byte[] a = address.getAddress();
        if (address instanceof Inet4Address || a.length != 16) return address;
        int at = -1;
        if (startsWith(a, 0x00, 0x64, 0xff, 0x9b)) at = 12; // RFC 6052
        else if (startsWith(a, 0x20, 0x02)) at = 2; // RFC 3056
        if (at < 0) return address;
        try {
            return InetAddress.getByAddress(new byte[] {a[at], a[at + 1], a[at + 2], a[at + 3]});
        } catch (java.net.UnknownHostException e) {
            throw new AssertionError("four bytes are an IPv4 address", e);
        }
    }

    private static boolean startsWith(byte[] a, int... prefix) {
        for (int i = 0; i < prefix.length; i++) if ((a[i] & 0xff) != prefix[i]) return false;
        return true;
    }
}
