package org.unlisted.crawl.fetch;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Any address of an inside net, in any spelling that a resolver or a URL parser may know. */
class GuardPropertyTest {
    private static final int[][] INSIDE = { // first octets, and how many of them are fixed
        {127, 0, 0, 1}, {10, 0, 0, 1}, {192, 168, 0, 2}, {169, 254, 0, 2}, {0, 0, 0, 1}, {100, 100, 100, 3}
    };

    private final AddressGuard guard = new AddressGuard(false);
    private final HostGuard hosts = new HostGuard(WebClientTest.policy(false, java.time.Duration.ofSeconds(1)));

    private static byte[] inside(int net, int rest) {
        byte[] a = {(byte) (rest >> 24), (byte) (rest >> 16), (byte) (rest >> 8), (byte) rest};
        for (int i = 0; i < INSIDE[net][3]; i++) a[i] = (byte) INSIDE[net][i];
        return a;
    }

    private void assertRefused(byte[] prefix, byte[] v4, int at) throws UnknownHostException {
        byte[] a = new byte[16];
        System.arraycopy(prefix, 0, a, 0, prefix.length);
        System.arraycopy(v4, 0, a, at, 4);
        InetAddress address = InetAddress.getByAddress(a);
        assertThatThrownBy(() -> guard.check(address)).isInstanceOf(BlockedAddressException.class);
    }

    @Property
    void refusesEveryCarrierOfAnInsideAddress(@ForAll @IntRange(max = 5) int net, @ForAll int rest) throws Exception {
        byte[] v4 = inside(net, rest);
        InetAddress plain = InetAddress.getByAddress(v4);
        assertThatThrownBy(() -> guard.check(plain)).isInstanceOf(BlockedAddressException.class);
        assertRefused(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1}, v4, 12); // IPv4-mapped
        assertRefused(new byte[0], v4, 12); // IPv4-compatible
        assertRefused(new byte[] {0, 0x64, (byte) 0xff, (byte) 0x9b}, v4, 12); // NAT64
        assertRefused(new byte[] {0, 0x64, (byte) 0xff, (byte) 0x9b, 0, 1}, v4, 12); // local NAT64
        assertRefused(new byte[] {0x20, 0x02}, v4, 2); // 6to4
        assertRefused(new byte[] {0x20, 0x01, 0, 0}, v4, 4); // Teredo
    }

    @Property
    void refusesEverySpellingOfAnInsideAddress(@ForAll @IntRange(max = 5) int net, @ForAll int rest) {
        byte[] a = inside(net, rest);
        int[] o = {a[0] & 0xff, a[1] & 0xff, a[2] & 0xff, a[3] & 0xff};
        long whole = ((long) o[0] << 24) | (o[1] << 16) | (o[2] << 8) | o[3];
        String[] spellings = {
            o[0] + "." + o[1] + "." + o[2] + "." + o[3],
            String.valueOf(whole),
            "0x" + Long.toHexString(whole),
            "0" + Long.toOctalString(whole),
            "0" + Integer.toOctalString(o[0]) + "." + o[1] + "." + o[2] + "." + o[3],
            "0x" + Integer.toHexString(o[0]) + "." + o[1] + "." + o[2] + "." + o[3],
            o[0] + "." + (whole & 0xffffff),
            o[0] + "." + o[1] + "." + (whole & 0xffff),
            o[0] + "." + o[1] + "." + o[2] + "." + o[3] + ".",
            "::ffff:" + o[0] + "." + o[1] + "." + o[2] + "." + o[3],
            "::" + o[0] + "." + o[1] + "." + o[2] + "." + o[3]
        };
        for (String spelling : spellings)
            assertThatThrownBy(() -> hosts.check(spelling)).as(spelling).isInstanceOf(BlockedAddressException.class);
    }

    @Property
    void passesOfIpv6GlobalUnicastAlone(@ForAll int first, @ForAll long rest) throws UnknownHostException {
        byte[] a = new byte[16];
        for (int i = 0; i < 4; i++) a[i] = (byte) (first >> (24 - 8 * i));
        for (int i = 0; i < 8; i++) a[4 + i] = (byte) (rest >> (56 - 8 * i));
        if ((a[0] & 0xe0) == 0x20) a[0] = (byte) (a[0] ^ 0x80);
        InetAddress address = InetAddress.getByAddress(a);
        assertThatThrownBy(() -> guard.check(address)).isInstanceOf(BlockedAddressException.class);
    }
}
