package dev.parley.simulation;

import java.util.ArrayList;
import java.util.List;

/** A queue of the broker. */
public final class SimulatedQueue {

    private final String name;
    private final long redeliveryDelay;
    private final int attempts;
    private final List<Delivery> ready = new ArrayList<>();
    final List<Listener> listeners = new ArrayList<>();
    final List<java.util.function.Consumer<Parcel>> readers = new ArrayList<>();

    SimulatedQueue(String name, long redeliveryDelay, int attempts) {
        this.name = name;
        this.redeliveryDelay = redeliveryDelay;
        this.attempts = attempts;
    }

    String name() {
        return name;
    }

    boolean isEmpty() {
        return ready.isEmpty();
    }

    void add(Delivery delivery) {
        ready.add(delivery);
    }

    void remove(Delivery delivery) {
        ready.remove(delivery);
    }

    /** The next message; now and then one that overtakes it. */
    Delivery take(World world) {
        int index = ready.size() > 1 && world.fault(world.weather().reorder()) ? world.random(ready.size()) : 0;
        return ready.remove(index);
    }

    /** What is in it and not being delivered. */
    public List<Parcel> parcels() {
        return ready.stream().map(Delivery::parcel).toList();
    }

    boolean isExhausted(int deliveries) {
        return deliveries >= attempts;
    }

    long delay(int deliveries) {
        return Math.min(60_000, redeliveryDelay << Math.min(16, deliveries - 1));
    }

    Delivery stillThere(Delivery delivery) {
        return ready.contains(delivery) ? delivery : null;
    }
}
