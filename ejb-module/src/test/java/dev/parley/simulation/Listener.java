package dev.parley.simulation;

import java.util.function.BiConsumer;

/** Receives from a queue on a node, with as many sessions as there may be transactions at once. */
final class Listener {

    private final Node node;
    private final int sessions;
    private final BiConsumer<Delivery, Transaction> receiver;
    private int busy;

    Listener(Node node, int sessions, BiConsumer<Delivery, Transaction> receiver) {
        this.node = node;
        this.sessions = sessions;
        this.receiver = receiver;
    }

    boolean isFree() {
        return node.isUp() && busy < sessions;
    }

    void receive(Broker broker, SimulatedQueue queue, Delivery first) {
        busy++;
        node.transaction(queue.name() + " " + first.parcel().id(), transaction -> {
            transaction.onEnd(() -> {
                busy--;
                broker.offerSoon(queue);
            });
            transaction.took(queue, first);
            receiver.accept(first, transaction);
        });
    }
}
