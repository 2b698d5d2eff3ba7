package dev.parley.engine.config;

import dev.parley.message.Backoff;
import java.time.Duration;

/**
 * The knowledge whether the broker is in this server, where Parley guards it: what it says of senders is true then, and
 * how it is configured can be read. It is there before anything else of Parley is.
 */
public final class BrokerInServer {

    /** As {@code configure.cli} has them, where the broker is elsewhere, too. */
    private static final Backoff CONFIGURED = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));

    private static volatile boolean isHere;
    private static volatile Backoff redelivery = CONFIGURED;

    private BrokerInServer() {}

    /** Notes whether there is one. */
    public static void found(boolean here) {
        isHere = here;
    }

    /** Notes the pauses after which it delivers work again that has failed. */
    public static void redelivers(Backoff pauses) {
        redelivery = pauses;
    }

    /** The pauses after which work that has failed is delivered again. */
    public static Backoff redelivery() {
        return redelivery;
    }

    static boolean isHere() {
        return isHere;
    }
}
