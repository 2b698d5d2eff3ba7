package dev.parley.relay.engine;

import dev.parley.relay.Arrivals;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;

/** Those who wait for messages of one mailbox. */
final class WaitingLine {

    private final AtomicLong arrivals = new AtomicLong();
    private final ConcurrentSkipListSet<WaitingReception> receptions = new ConcurrentSkipListSet<>();
    private final Set<Arrivals.Listener> listeners = ConcurrentHashMap.newKeySet();

    /**
     * The number of times that something has arrived: who reads it before looking, and again after joining the line,
     * misses nothing.
     */
    long arrivals() {
        return arrivals.get();
    }

    void arrived() {
        arrivals.incrementAndGet();
    }

    void join(WaitingReception reception) {
        receptions.add(reception);
    }

    /** True if it was in the line. It was not if somebody else has taken it out. */
    boolean leave(WaitingReception reception) {
        return receptions.remove(reception);
    }

    /** Takes the first ones out. */
    List<WaitingReception> next(int most) {
        List<WaitingReception> taken = new ArrayList<>();
        while (taken.size() < most) {
            WaitingReception first = receptions.pollFirst();
            if (first == null) {
                break;
            }
            taken.add(first);
        }
        return taken;
    }

    Iterable<WaitingReception> receptions() {
        return receptions;
    }

    void listen(Arrivals.Listener listener) {
        listeners.add(listener);
    }

    void unlisten(Arrivals.Listener listener) {
        listeners.remove(listener);
    }

    void tell() {
        listeners.forEach(Arrivals.Listener::arrived);
    }

    void end() {
        listeners.forEach(Arrivals.Listener::ended);
    }

    boolean isListenedTo() {
        return !listeners.isEmpty();
    }

    boolean isWaitedIn() {
        return !receptions.isEmpty();
    }
}
