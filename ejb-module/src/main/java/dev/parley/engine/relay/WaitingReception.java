package dev.parley.engine.relay;

import dev.parley.relay.LockedMail;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A reception that waits.
 *
 * @param number its place among all: who came first is served first
 * @param order what is wanted
 * @param until when the wait is over
 * @param result is completed once
 */
record WaitingReception(long number, MailOrder.Receive order, Instant until, CompletableFuture<List<LockedMail>> result)
        implements Comparable<WaitingReception> {

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
