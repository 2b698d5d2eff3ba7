package dev.parley.engine.config;

/**
 * The knowledge whether the broker is in this server, where Parley guards it: what it says of senders is true then. It
 * is there before anything else of Parley is.
 */
public final class BrokerInServer {

    private static volatile boolean isHere;

    private BrokerInServer() {}

    /** Notes whether there is one. */
    public static void found(boolean here) {
        isHere = here;
    }

    static boolean isHere() {
        return isHere;
    }
}
