package dev.parley.engine.broker;

import java.util.List;
import java.util.function.Supplier;

/** The states of Parley's queues, if the broker is in this server. It is there before anything else of Parley is. */
public final class QueueStates {

    private static volatile Supplier<List<QueueState>> states = List::of;

    private QueueStates() {}

    static void ask(Supplier<List<QueueState>> broker) {
        states = broker;
    }

    static void askNobody() {
        states = List::of;
    }

    /** How they stand now; none of a broker elsewhere. */
    public static List<QueueState> all() {
        return states.get();
    }
}
