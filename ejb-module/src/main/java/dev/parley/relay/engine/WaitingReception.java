package dev.parley.relay.engine;

import dev.parley.relay.Acknowledged;
import dev.parley.relay.ReceivedMails;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A reception that waits.
 *
 * @param number its place among all: who came first is served first
 * @param order what is wanted
 * @param until when the wait is over
 * @param result is completed once
 * @param acknowledged what became of the locks that it acknowledged; null before that, and without any
 */
record WaitingReception(
        long number,
        MailOrder.Receive order,
        Instant until,
        CompletableFuture<ReceivedMails> result,
        @Nullable Acknowledged acknowledged)
        implements Comparable<WaitingReception> {

    /**
     * The same after an attempt. Under a key what was acknowledged is known; without one it must not be tried again.
     */
    WaitingReception after(ReceivedMails attempt) {
        return attempt.acknowledged() == null || order.key() != null
                ? this
                : new WaitingReception(number, order.afterAcknowledging(), until, result, attempt.acknowledged());
    }

    /** The answer that it gets after an attempt, which was perhaps not its first. */
    ReceivedMails answer(ReceivedMails attempt) {
        return acknowledged == null ? attempt : new ReceivedMails(attempt.mails(), acknowledged);
    }

    boolean isOver(Instant now) {
        return !until.isAfter(now);
    }

    @Override
    public int compareTo(WaitingReception other) {
        return Long.compare(number, other.number);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WaitingReception waiting && waiting.number == number;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(number);
    }
}
