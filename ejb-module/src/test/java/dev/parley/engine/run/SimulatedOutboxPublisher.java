package dev.parley.engine.run;

import dev.parley.engine.outbox.OutboxPublisher;
import dev.parley.engine.outbox.OutboxRow;
import dev.parley.engine.wire.WireFormat;
import dev.parley.engine.wire.WireMessage;
import dev.parley.engine.wire.WireProblem;
import dev.parley.message.Headers;
import dev.parley.message.Problem;
import dev.parley.simulation.Broker;
import dev.parley.simulation.Parcel;
import dev.parley.simulation.Transaction;
import dev.parley.simulation.World;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Brings messages to a simulated broker, which sometimes refuses one for a while. */
final class SimulatedOutboxPublisher implements OutboxPublisher {

    private static final double REFUSED = 0.02;

    private final World world;
    private final Broker broker;
    private final Transaction process;

    SimulatedOutboxPublisher(World world, Broker broker, Transaction process) {
        this.world = world;
        this.broker = broker;
        this.process = process;
    }

    @Override
    public void sendTogether(List<OutboxRow> rows) {
        process.checkpoint("before it sends from the outbox");
        if (rows.stream().anyMatch(row -> broker.knows(row.id()))) {
            throw new IllegalStateException("The broker knows one of them");
        }
        if (world.fault(REFUSED)) {
            throw new IllegalStateException("The broker does not take one of them");
        }
        rows.forEach(row -> put(row, row.message()));
    }

    @Override
    public void send(OutboxRow row) {
        process.checkpoint("before it sends one from the outbox");
        if (world.fault(0.5)) {
            throw new Undeliverable("not now", new IllegalStateException());
        }
        if (!broker.knows(row.id())) {
            put(row, row.message());
        }
    }

    @Override
    public void park(OutboxRow row, Problem why) {
        put(row, WireFormat.unsent(row.message(), why));
    }

    private void put(OutboxRow row, WireMessage message) {
        broker.remember(row.id());
        if (broker.has(message.to().name())) {
            Parcel parcel = parcel(message);
            world.trace("from the outbox to %s: %s", message.to(), parcel);
            world.after(
                    row.delay(message, world.now()).toMillis(),
                    () -> broker.put(message.to().name(), parcel));
        } else if (message.replyTo() == null) {
            put(row, WireFormat.unsent(message, WireProblem.REPLY_ADDRESS_GONE.because("It is not there.")));
        }
    }

    private Parcel parcel(WireMessage message) {
        Map<String, String> properties = new HashMap<>();
        message.properties().forEach((name, value) -> properties.put(name, String.valueOf(value)));
        if (message.group() != null) {
            properties.put("JMSXGroupID", message.group());
        }
        properties.computeIfPresent(Headers.REASON, (name, reason) -> reason.split(":", 2)[0]);
        return new Parcel(
                world.name("ID:p"),
                message.type(),
                message.correlationId(),
                message.replyTo(),
                properties,
                message.expiresAt(),
                message.body());
    }
}
