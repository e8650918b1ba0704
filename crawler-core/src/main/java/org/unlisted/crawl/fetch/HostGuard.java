package org.unlisted.crawl.fetch;

import java.net.InetAddress;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Judges the host of a URL before anything is connected: addresses in whatever spelling, and names that can only mean
 * something inside. Behind a proxy this is all there is, since the proxy resolves the rest. Thread-safe.
 */
final class HostGuard {
    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern QUAD = Pattern.compile("(?:" + OCTET + "\\.){3}" + OCTET);
    /** WHATWG URL, "ends in a number": such a host is an IPv4 address to a browser. */
    private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(?:^|\\.)(?:0[xX][0-9a-fA-F]*|\\d+)\\.?$");
    /** Last labels that no public name has: RFC 6761, RFC 6762 and its appendix G, RFC 8375, ICANN's .internal. */
    private static final Set<String> INSIDE = Set.of(
            "localhost", "local", "localdomain", "internal", "intranet", "private", "corp", "home", "lan", "arpa", "test",
            "invalid");

    private final AddressGuard addresses;
    private final boolean allowLoopback;
    private final boolean overSocks;

    HostGuard(FetchPolicy policy) {
        this.addresses = new AddressGuard(policy.allowLoopback());
        this.allowLoopback = policy.allowLoopback();
        this.overSocks = policy.manners().overSocks();
    }

    /**
     * Octal, hexadecimal, whole-number and short forms mean different things to different parsers, so they are refused
     * unread: no honest link has them.
     *
     * @param host as OkHttp spells it: lower case, IPv6 without brackets
     */
    void check(String host) throws BlockedAddressException {
        if (host.indexOf(':') >= 0 || QUAD.matcher(host).matches()) addresses.check(InetAddress.ofLiteral(host));
        else if (ENDS_IN_NUMBER.matcher(host).find()) throw new BlockedAddressException("unclear address refused");
        else checkName(host.endsWith(".") ? host.substring(0, host.length() - 1) : host);
    }

    private void checkName(String name) throws BlockedAddressException {
        String last = name.substring(name.lastIndexOf('.') + 1);
        if (last.equals("onion")) { // RFC 7686: never looked up in the DNS
            if (!overSocks) throw new BlockedAddressException(".onion needs a Tor proxy");
            return;
        }
        if (allowLoopback && last.equals("localhost")) return;
        if (last.equals(name) || INSIDE.contains(last))
            throw new BlockedAddressException("inside name " + name + " refused");
    }
}
