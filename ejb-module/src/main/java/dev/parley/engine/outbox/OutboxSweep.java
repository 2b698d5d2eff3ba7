package dev.parley.engine.outbox;

import dev.parley.engine.wire.WireFormat;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Supplier;

/**
 * The sweep of the outbox, which sends all there is to send: many messages with one transaction, and one by one when
 * that fails.
 */
public final class OutboxSweep {

    private static final Logger LOG = System.getLogger(OutboxSweep.class.getName());
    private static final int MOST = 200;
    private static final int LONGEST_CAUSE = 200;

    /** The number of failures in a row from which on it is not the fault of the messages. */
    private static final int FAILURES_THAT_TELL = 3;

    private final OutboxBatch batch;
    private final InNew transactions;

    /** The transactions of the database that work is run in. */
    @FunctionalInterface
    public interface InNew {

        /** Commits the work, or rolls it back if it throws. */
        <T> T inNew(Supplier<T> work);
    }

    /** The sweep of an outbox, with the transactions in which its batches are sent. */
    public OutboxSweep(OutboxBatch batch, InNew transactions) {
        this.batch = batch;
        this.transactions = transactions;
    }

    /**
     * Sends until there is no more; whatever it throws, the broker or the database is gone, and what was not sent is
     * still there.
     */
    public void sendAll() {
        while (sendSome()) {
            // there may be more
        }
    }

    private boolean sendSome() {
        try {
            return transactions.inNew(() -> batch.sendTogether(MOST));
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "Messages of the outbox could not be sent together, each is tried alone: {0}",
                    cause(e));
            return sendOneByOne();
        }
    }

    private static String cause(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String text = WireFormat.oneLine(root.toString());
        return text.substring(0, Math.min(text.length(), LONGEST_CAUSE));
    }

    /** One that cannot be sent must not keep the others from it, nor one that the broker knows already. */
    private boolean sendOneByOne() {
        int putOffInARow = 0;
        for (int tried = 0; tried < MOST; tried++) {
            OutboxBatch.Sent sent = transactions.inNew(batch::sendFirst);
            if (sent == OutboxBatch.Sent.NOTHING) {
                return false;
            }
            putOffInARow = sent == OutboxBatch.Sent.PUT_OFF ? putOffInARow + 1 : 0;
            if (putOffInARow == FAILURES_THAT_TELL) {
                throw new IllegalStateException(FAILURES_THAT_TELL + " messages in a row were not taken by the broker");
            }
        }
        return true;
    }
}
