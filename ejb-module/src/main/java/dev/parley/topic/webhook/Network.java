package dev.parley.topic.webhook;

import java.net.InetAddress;
import java.util.Optional;

/**
 * A network: all addresses that begin with the same bits.
 *
 * @param address one of them
 * @param bits how many bits these are
 */
public record Network(InetAddress address, int bits) {

    /** What is expected of one, for people. */
    public static final String EXPECTED = "networks such as 10.0.0.0/8 or fd00::/8, separated by commas";

    /** The network that a text is; an address alone is a network of one. */
    public static Optional<Network> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return IpLiteral.parse(text).map(address -> new Network(address, 8 * address.getAddress().length));
        }
        String bits = text.substring(slash + 1);
        return IpLiteral.parse(text.substring(0, slash))
                .filter(address ->
                        bits.matches("[0-9]{1,3}") && Integer.parseInt(bits) <= 8 * address.getAddress().length)
                .map(address -> new Network(address, Integer.parseInt(bits)));
    }

    static Network of(String text) {
        return parse(text).orElseThrow();
    }

    /** True if an address is in it. */
    boolean has(InetAddress other) {
        byte[] mine = address.getAddress();
        byte[] others = other.getAddress();
        return mine.length == others.length && commonBits(mine, others) >= bits;
    }

    private static int commonBits(byte[] mine, byte[] others) {
        for (int i = 0; i < mine.length; i++) {
            int differ = (mine[i] ^ others[i]) & 0xFF;
            if (differ != 0) {
                return 8 * i + Integer.numberOfLeadingZeros(differ) - 24;
            }
        }
        return 8 * mine.length;
    }
}
