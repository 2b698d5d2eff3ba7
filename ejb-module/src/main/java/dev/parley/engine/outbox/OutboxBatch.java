package dev.parley.engine.outbox;

import dev.parley.engine.wire.WireProblem;
import dev.parley.message.Backoff;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * Messages that are sent from the outbox, each call in a transaction of the database. They are sent before their rows
 * are removed: a crash in between sends them again, and the broker knows them.
 */
public final class OutboxBatch {

    /** The result of sending the first message. */
    enum Sent {
        NOTHING,
        ONE,
        PUT_OFF
    }

    private static final Logger LOG = System.getLogger(OutboxBatch.class.getName());
    private static final int MOST_TRIES = 10;
    private static final Backoff PAUSES = Backoff.doubling(Duration.ofSeconds(1), 6);

    private final Outbox outbox;
    private final OutboxPublisher courier;
    private final Clock clock;
    private final Consumer<Instant> later;

    /** @param later is told when something is to be looked at again that was put off */
    public OutboxBatch(Outbox outbox, OutboxPublisher courier, Clock clock, Consumer<Instant> later) {
        this.outbox = outbox;
        this.courier = courier;
        this.clock = clock;
        this.later = later;
    }

    /**
     * Sends the first messages, all or none; of a group only its first.
     *
     * @return true if there may be more
     */
    boolean sendTogether(int most) {
        List<OutboxRow> rows = outbox.claim(clock.instant(), most);
        if (!rows.isEmpty()) {
            courier.sendTogether(rows);
            outbox.remove(rows);
        }
        return rows.size() == most || rows.stream().anyMatch(OutboxRow::isInGroup);
    }

    /** Sends the first message; one that the broker does not take is put off, and parked in the end. */
    Sent sendFirst() {
        List<OutboxRow> rows = outbox.claim(clock.instant(), 1);
        if (rows.isEmpty()) {
            return Sent.NOTHING;
        }
        OutboxRow row = rows.get(0);
        try {
            courier.send(row);
            outbox.remove(rows);
            return Sent.ONE;
        } catch (OutboxPublisher.Undeliverable e) {
            putOff(row, e);
            return Sent.PUT_OFF;
        }
    }

    private void putOff(OutboxRow row, OutboxPublisher.Undeliverable failure) {
        if (row.tries() + 1 >= MOST_TRIES && isParked(row, failure)) {
            outbox.remove(List.of(row));
            return;
        }
        Instant until = clock.instant().plus(PAUSES.after(row.tries()));
        LOG.log(
                Level.WARNING,
                "Message {0} of the outbox could not be sent and is put off until {1}: {2}",
                row.id(),
                until,
                failure.getMessage());
        outbox.putOff(row, until);
        later.accept(until);
    }

    private boolean isParked(OutboxRow row, OutboxPublisher.Undeliverable failure) {
        try {
            courier.park(row, WireProblem.CANNOT_BE_SENT.because(String.valueOf(failure.getMessage())));
            return true;
        } catch (OutboxPublisher.Undeliverable e) {
            LOG.log(
                    Level.ERROR,
                    "A message can be neither sent nor parked, and stays in the outbox: row " + row.id(),
                    e);
            return false;
        }
    }
}
