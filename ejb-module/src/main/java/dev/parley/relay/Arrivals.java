package dev.parley.relay;

import dev.parley.message.Caller;

/**
 * The news that there is something to receive, for who wants to be told rather than to poll. It is a hint: who is told
 * may find nothing.
 */
public interface Arrivals {

    /**
     * Tells the listener, on any thread, when messages came to a mailbox, or became available again; once when there
     * are some already. Arrivals that come quickly one after the other may be told once. That the mailbox was deleted
     * is told as well.
     *
     * @throws dev.parley.message.Refusal {@code mailbox-unknown} 404
     */
    Listening listen(String mailbox, Listener listener, Caller caller);

    /** The one who is told. */
    @FunctionalInterface
    interface Listener {

        /** Hears that there is something to receive. Must not block, and must not throw. */
        void arrived();

        /** Hears that the mailbox is gone, and nothing comes any more; perhaps twice. The same. */
        default void ended() {}
    }

    /** The registration of who listens, until it is closed. */
    interface Listening extends AutoCloseable {

        /** Nothing is told from now on. */
        @Override
        void close();
    }
}
