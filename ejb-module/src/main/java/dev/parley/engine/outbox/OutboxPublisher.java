package dev.parley.engine.outbox;

import dev.parley.message.Problem;
import jakarta.ejb.ApplicationException;
import java.util.List;

/**
 * The publisher of messages: it takes them from the outbox to the broker, which takes each row once, however often it
 * is brought.
 */
public interface OutboxPublisher {

    /** Sends all or none. */
    void sendTogether(List<OutboxRow> rows);

    /**
     * Sends one.
     *
     * @throws Undeliverable if this message cannot be sent now, though the broker is there
     */
    void send(OutboxRow row);

    /** Parks one that cannot be sent. */
    void park(OutboxRow row, Problem why);

    /** A message that the broker did not take. */
    @ApplicationException(rollback = false)
    final class Undeliverable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        /** The exception for a message that was not taken, with what the broker said. */
        public Undeliverable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
