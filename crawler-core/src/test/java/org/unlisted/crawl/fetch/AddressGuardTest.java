package org.unlisted.crawl.fetch;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {
    private final AddressGuard guard = new AddressGuard(false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1", "10.1.2.3", "172.16.0.9", "192.168.1.1", "169.254.169.254", "0.0.0.0", "100.64.0.1",
                "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::1", "fe80::1", "fc00::1", "fd12::1",
                "::ffff:127.0.0.1", "::ffff:169.254.169.254", "64:ff9b::10.0.0.1", "2002:7f00:1::", "ff02::1", "::",
                "100.100.100.200", "192.0.0.192", "168.63.129.16", "fd00:ec2::254", "fec0::1", "febf::1", "::127.0.0.1",
                "::8.8.8.8", "64:ff9b::169.254.169.254", "64:ff9b:1::1.1.1.1", "2002:808:808::1", "2001:0:4136:e378::1",
                "2001:10::1", "2001:20::1", "2001:2::1", "2001:db8::1", "3fff::1", "100::1", "5f00::1", "192.0.2.1",
                "198.51.100.7", "203.0.113.9", "192.88.99.1", "239.255.255.250", "ff05::2", "172.31.255.255",
                "100.127.255.255"
            })
    void refusesInsideAddresses(String address) throws Exception {
        InetAddress inside = InetAddress.ofLiteral(address);
        assertThatThrownBy(() -> guard.check(inside)).isInstanceOf(BlockedAddressException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1", "93.184.216.34", "2606:4700:4700::1111", "64:ff9b::1.1.1.1", "172.32.0.1",
                "172.15.255.255", "100.63.255.255", "100.128.0.0", "223.255.255.255", "2a00:1450:4001:800::200e",
                "2001:4860:4860::8888", "2001:200::1", "192.0.1.1", "168.63.129.17"
            })
    void passesPublicAddresses(String address) throws Exception {
        InetAddress open = InetAddress.ofLiteral(address);
        assertThatCode(() -> guard.check(open)).doesNotThrowAnyException();
    }

    @Test
    void passesLoopbackAloneWhereASourceAllowsIt() throws Exception {
        AddressGuard samples = new AddressGuard(true);
        samples.check(InetAddress.ofLiteral("127.0.0.1"));
        samples.check(InetAddress.ofLiteral("::1"));
        InetAddress inside = InetAddress.ofLiteral("10.0.0.1");
        assertThatThrownBy(() -> samples.check(inside)).isInstanceOf(BlockedAddressException.class);
    }
}
