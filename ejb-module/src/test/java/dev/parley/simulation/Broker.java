package dev.parley.simulation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * A message broker: queues that deliver at least once, count redeliveries and delay them, move what has expired and
 * what was delivered too often. It outlives the nodes; what it keeps in memory only, such as delivery counts, it may
 * forget.
 */
public final class Broker {

    private final World world;
    private final String deadQueue;
    private final String expiredQueue;
    private final Map<String, SimulatedQueue> queues = new LinkedHashMap<>();
    private final Set<String> known = new HashSet<>();

    /** A broker with a queue for what is dead and one for what has expired. */
    public Broker(World world, String deadQueue, String expiredQueue) {
        this.world = world;
        this.deadQueue = deadQueue;
        this.expiredQueue = expiredQueue;
        queue(deadQueue, 0, Integer.MAX_VALUE);
        queue(expiredQueue, 200, Integer.MAX_VALUE);
    }

    /** Makes a queue. */
    public void queue(String name, long redeliveryDelay, int attempts) {
        queues.put(name, new SimulatedQueue(name, redeliveryDelay, attempts));
    }

    /** The queue of that name. */
    public SimulatedQueue queue(String name) {
        SimulatedQueue queue = queues.get(name);
        if (queue == null) {
            throw new IllegalArgumentException("No queue " + name);
        }
        return queue;
    }

    /** Whether there is a queue of that name. */
    public boolean has(String name) {
        return queues.containsKey(name);
    }

    /** Has a node receive from a queue, transaction by transaction. */
    public void listen(String queue, Node node, int sessions, BiConsumer<Delivery, Transaction> receiver) {
        queue(queue).listeners.add(new Listener(node, sessions, receiver));
        node.onStart(() -> offerSoon(queue(queue)));
    }

    /** Has a participant read a queue; what it has read is gone. */
    public void read(String queue, Consumer<Parcel> reader) {
        queue(queue).readers.add(reader);
    }

    /** Whether it has taken a message under that id before. */
    public boolean knows(String id) {
        return known.contains(id);
    }

    /** Keeps the id of a message that it takes. */
    public void remember(String id) {
        known.add(id);
    }

    /** Stores a message. */
    public void put(String name, Parcel parcel) {
        SimulatedQueue queue = queue(name);
        if (!queue.readers.isEmpty()) {
            queue.readers.forEach(reader -> world.after(world.millis(0, 20), () -> reader.accept(parcel)));
            return;
        }
        Delivery delivery = new Delivery(parcel);
        queue.add(delivery);
        if (parcel.expiresAt() != null && !name.equals(expiredQueue) && !name.equals(deadQueue)) {
            world.at(parcel.expiresAt(), () -> expire(queue, delivery));
        }
        offerSoon(queue);
    }

    private void expire(SimulatedQueue queue, Delivery delivery) {
        if (queue.stillThere(delivery) != null) {
            world.trace("%s expires in %s", delivery.parcel().id(), queue.name());
            queue.remove(delivery);
            put(expiredQueue, delivery.parcel());
        }
    }

    void offerSoon(SimulatedQueue queue) {
        if (!queue.isEmpty() && !queue.listeners.isEmpty()) {
            world.after(world.millis(0, 5), () -> offer(queue));
        }
    }

    private void offer(SimulatedQueue queue) {
        if (queue.isEmpty()) {
            return;
        }
        if (!world.mayNest()) {
            world.defer(() -> offer(queue));
            return;
        }
        List<Listener> free = new ArrayList<>();
        for (Listener listener : queue.listeners) {
            if (listener.isFree()) {
                free.add(listener);
            }
        }
        if (!free.isEmpty()) {
            world.any(free).receive(this, queue, queue.take(world));
        }
    }

    /** After a rollback: later again, or dead. */
    void failed(SimulatedQueue queue, Delivery delivery) {
        int deliveries = delivery.failed();
        if (queue.isExhausted(deliveries)) {
            world.trace("%s was delivered %d times: dead", delivery.parcel().id(), deliveries);
            put(deadQueue, delivery.parcel());
        } else {
            world.after(queue.delay(deliveries), () -> ready(queue, delivery));
        }
    }

    /** After a crash: again, and perhaps nobody knows that it was delivered before. */
    void lost(SimulatedQueue queue, Delivery delivery) {
        if (world.chance(0.5)) {
            delivery.forgetFailures();
        } else {
            delivery.failed();
        }
        world.after(world.millis(0, 1000), () -> ready(queue, delivery));
    }

    /** After nothing: as if it had not been delivered. */
    void untouched(SimulatedQueue queue, Delivery delivery) {
        world.after(world.millis(20, 300), () -> ready(queue, delivery));
    }

    private void ready(SimulatedQueue queue, Delivery delivery) {
        Parcel parcel = delivery.parcel();
        queue.add(delivery);
        boolean late = parcel.expiresAt() != null && !parcel.expiresAt().isAfter(world.now());
        if (late && !queue.name().equals(expiredQueue)) {
            expire(queue, delivery);
        } else {
            offerSoon(queue);
        }
    }
}
