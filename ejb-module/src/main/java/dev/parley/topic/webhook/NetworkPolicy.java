package dev.parley.topic.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * The policy of which addresses may be called: those of the public Internet, and those of networks that are configured.
 * An IPv4 address that is written as one of IPv6 ({@code ::ffff:127.0.0.1}) is what it is; addresses of IPv6 from which
 * others are made (NAT64, 6to4, Teredo) are not public here.
 *
 * @param besides networks that may be called although they are not public
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">IPv4 special-purpose addresses</a>
 * @see <a href="https://www.iana.org/assignments/iana-ipv6-special-registry">IPv6 special-purpose addresses</a>
 */
public record NetworkPolicy(List<Network> besides) {

    private static final List<Network> NOT_PUBLIC_V4 = networks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");

    private static final Network PUBLIC_V6 = Network.of("2000::/3");
    private static final List<Network> NOT_PUBLIC_V6 = networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    public NetworkPolicy {
        besides = List.copyOf(besides);
    }

    private static List<Network> networks(String... texts) {
        return Stream.of(texts).map(Network::of).toList();
    }

    /** True if that address may be called. */
    public boolean allows(InetAddress address) {
        return isPublic(address) || isIn(besides, address);
    }

    private static boolean isPublic(InetAddress address) {
        return address instanceof Inet4Address
                ? !isIn(NOT_PUBLIC_V4, address)
                : PUBLIC_V6.has(address) && !isIn(NOT_PUBLIC_V6, address);
    }

    private static boolean isIn(List<Network> networks, InetAddress address) {
        return networks.stream().anyMatch(network -> network.has(address));
    }
}
