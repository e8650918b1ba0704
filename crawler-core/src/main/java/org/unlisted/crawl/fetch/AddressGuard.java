package org.unlisted.crawl.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Refuses addresses that a crawler of public pages has no business with: loopback, private, link-local, metadata services of
 * clouds, multicast, documentation, and the IPv6 forms that carry an IPv4 address to somebody else. Of IPv6 only global
 * unicast passes, less the blocks of the IANA special-purpose registry (RFC 6890). Thread-safe.
 */
public final class AddressGuard {
    private static final List<Net> NO_IPV4 = nets(
            "0.0.0.0/8", // RFC 1122 "this network"
            "10.0.0.0/8", // RFC 1918
            "100.64.0.0/10", // RFC 6598 shared; Alibaba's metadata service is 100.100.100.200
            "127.0.0.0/8", // RFC 1122 loopback
            "168.63.129.16/32", // Azure's host agent, a public address that is answered by the machine underneath
            "169.254.0.0/16", // RFC 3927 link-local; metadata services at 169.254.169.254
            "172.16.0.0/12", // RFC 1918
            "192.0.0.0/24", // RFC 6890 protocol assignments; Oracle's metadata service is 192.0.0.192
            "192.0.2.0/24", // RFC 5737 documentation
            "192.88.99.0/24", // RFC 7526 6to4 relays, withdrawn
            "192.168.0.0/16", // RFC 1918
            "198.18.0.0/15", // RFC 2544 benchmarks
            "198.51.100.0/24", // RFC 5737
            "203.0.113.0/24", // RFC 5737
            "224.0.0.0/4", // RFC 5771 multicast
            "240.0.0.0/4"); // RFC 1112 reserved, and broadcast

    private static final Net NAT64 = Net.of("64:ff9b::/96"); // RFC 6052; the local-use 64:ff9b:1::/48 (RFC 8215) is refused
    private static final Net GLOBAL_UNICAST = Net.of("2000::/3"); // RFC 4291; all inside blocks (fc00, fe80, fec0) lie outside
    private static final List<Net> NO_IPV6 = nets(
            "2001::/23", // RFC 2928: Teredo (RFC 4380), benchmarks (RFC 5180), ORCHID (RFC 4843, 7343)
            "2001:db8::/32", // RFC 3849 documentation
            "2002::/16", // RFC 7526 6to4, withdrawn: carries any IPv4 address
            "3fff::/20"); // RFC 9637 documentation

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
        if (allowLoopback && address.isLoopbackAddress()) return;
        if (!isPublic(address))
            throw new BlockedAddressException("inside address " + address.getHostAddress() + " refused");
    }

    private static boolean isPublic(InetAddress address) {
        byte[] a = address.getAddress();
        if (address instanceof Inet4Address) return NO_IPV4.stream().noneMatch(net -> net.contains(a));
        if (NAT64.contains(a)) { // judged as the IPv4 address that the translator reaches
            byte[] carried = Arrays.copyOfRange(a, 12, 16);
            return NO_IPV4.stream().noneMatch(net -> net.contains(carried));
        }
        return GLOBAL_UNICAST.contains(a) && NO_IPV6.stream().noneMatch(net -> net.contains(a));
    }

    private static List<Net> nets(String... cidrs) {
        return Stream.of(cidrs).map(Net::of).toList();
    }

    /** A block of addresses in CIDR notation (RFC 4632). */
    private static final class Net {
        private final byte[] start;
        private final int bits;

        private Net(byte[] start, int bits) {
            this.start = start;
            this.bits = bits;
        }

        static Net of(String cidr) {
            int slash = cidr.indexOf('/');
            InetAddress start = InetAddress.ofLiteral(cidr.substring(0, slash));
            return new Net(start.getAddress(), Integer.parseInt(cidr.substring(slash + 1)));
        }

        boolean contains(byte[] address) {
            if (address.length != start.length) return false;
            int whole = bits / 8;
            if (!Arrays.equals(address, 0, whole, start, 0, whole)) return false;
            int rest = bits % 8;
            return rest == 0 || ((address[whole] ^ start[whole]) & 0xff) >>> (8 - rest) == 0;
        }
    }
}
