package dev.parley.engine.outbox;

import dev.parley.engine.wire.WireMessage;
import java.time.Instant;
import java.util.List;

/**
 * Messages that are committed and not sent yet, in the order in which they were written; all within the current
 * transaction.
 */
public interface Outbox {

    /** Adds messages; they are sent if the transaction commits. */
    void write(List<WireMessage> messages);

    /**
     * Locks the first that are to be sent by now and that nobody else has locked; of a message group only the one that
     * was written before all others, so that its order is kept whoever sends.
     */
    List<OutboxRow> claim(Instant now, int most);

    /** Removes what was sent. */
    void remove(List<OutboxRow> sent);

    /** Counts an attempt and puts off the next. */
    void putOff(OutboxRow row, Instant until);
}
