package dev.parley.topic.engine.webhook;

import dev.parley.topic.webhook.NetworkPolicy;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;

/**
 * The names of receivers, each with the addresses that it had when it was looked up last and that may be called. The
 * client connects to these and to no others: a name that leads elsewhere between the look and the call (DNS rebinding)
 * leads nobody there.
 */
final class CheckedNames implements DnsResolver {

    private static final int MOST = 10_000;

    private final NetworkPolicy policy;
    private final Lookup lookup;
    private final Map<String, InetAddress[]> known = new ConcurrentHashMap<>();

    /** The way from a name to its addresses. */
    @FunctionalInterface
    interface Lookup {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    /** The failure of a name none of whose addresses may be called. */
    static final class NotAllowed extends UnknownHostException {

        private static final long serialVersionUID = 1L;

        NotAllowed(String host) {
            super(host);
        }
    }

    /** @param lookup asks DNS, which takes its time */
    CheckedNames(NetworkPolicy policy, Lookup lookup) {
        this.policy = policy;
        this.lookup = lookup;
    }

    /**
     * Looks a name up anew, and keeps its addresses that may be called. This blocks: DNS is asked.
     *
     * @throws NotAllowed if it has none that may be called
     * @throws UnknownHostException if it has none
     */
    void look(String host) throws UnknownHostException {
        InetAddress[] allowed =
                Stream.of(lookup.of(host)).filter(policy::allows).toArray(InetAddress[]::new);
        if (allowed.length == 0) {
            known.remove(host);
            throw new NotAllowed(host);
        }
        if (known.size() >= MOST) {
            known.clear(); // calls on their way fail, and are tried again
        }
        known.put(host, allowed);
    }

    /** {@inheritDoc} It asks nobody: this is called by the thread that serves all connections. */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = known.get(host);
        if (addresses == null) {
            throw new UnknownHostException(host);
        }
        return addresses.clone();
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
