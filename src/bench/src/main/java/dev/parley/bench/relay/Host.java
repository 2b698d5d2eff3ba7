package dev.parley.bench.relay;

import java.io.IOException;
import java.time.Duration;

/** A running server with mailboxes. */
interface Host extends AutoCloseable {

    /** Whose it is. */
    RelaySide side();

    /** Makes a mailbox, which is not there yet. */
    void make(String mailbox) throws IOException;

    /** Opens a connection, for one thread. */
    Client connect();

    /**
     * Puts messages into a mailbox, as quickly as it is possible here.
     *
     * @return false if that took too long, and was given up
     */
    boolean fill(String mailbox, int messages) throws IOException, InterruptedException;

    /** The processor time it has used so far. */
    Duration processorTime();

    /** How many threads it has. */
    int threads() throws IOException;

    @Override
    void close();
}
