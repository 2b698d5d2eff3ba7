package dev.parley.topic.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** IP addresses that are written out: nobody is asked for them. */
final class IpLiteral {

    private static final Pattern V4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    private static final Pattern V6 = Pattern.compile("(?i)[0-9a-f.]*:[0-9a-f:.]*:[0-9a-f:.]*");

    private IpLiteral() {}

    /** The address that a text is; an IPv6 address stands without brackets. */
    static Optional<InetAddress> parse(String text) {
        if (!V4.matcher(text).matches() && !V6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getAllByName(text)[0]);
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
