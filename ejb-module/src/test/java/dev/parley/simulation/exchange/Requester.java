package dev.parley.simulation.exchange;

import dev.parley.conversation.MessageExchangePattern;
import dev.parley.engine.run.SimulatedEngine;
import dev.parley.message.Address;
import dev.parley.message.Headers;
import dev.parley.message.MessageKind;
import dev.parley.simulation.Broker;
import dev.parley.simulation.Network;
import dev.parley.simulation.Parcel;
import dev.parley.simulation.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Asks for operations, all kinds of them, and sends a request again until it is answered or it has lost patience. */
final class Requester {

    private static final List<String> BODIES = List.of("{\"a\":1}", "{\"a\":2}");
    private static final int MOST_SENDS = 5;

    final List<Asked> asked = new ArrayList<>();
    final List<Parcel> answers = new ArrayList<>();
    final Set<String> arrived = new HashSet<>();
    private final World world;
    private final Broker broker;
    private final Network network;
    private final Supplier<String> operations;
    final String queue;

    /** @param operations what it asks for */
    Requester(World world, Broker broker, Network network, Supplier<String> operations) {
        this.operations = operations;
        this.world = world;
        this.broker = broker;
        this.network = network;
        this.queue = world.name("reply.alice");
        broker.queue(queue, 1000, 10);
        broker.read(queue, this::answered);
    }

    private void answered(Parcel answer) {
        world.trace("%s reads %s", queue, answer);
        answers.add(answer);
    }

    /** Asks for something sooner or later. */
    void ask() {
        world.after(world.millis(0, 30_000), () -> {
            Asked request = something();
            asked.add(request);
            send(request, MOST_SENDS);
            if (world.chance(0.1)) {
                Asked other = otherContent(request);
                asked.add(other);
                world.after(world.millis(0, 5000), () -> send(other, 2));
            }
        });
    }

    private Asked something() {
        MessageExchangePattern exchange = world.any(List.of(MessageExchangePattern.values()));
        boolean acknowledge = world.chance(0.5);
        boolean needsReply = acknowledge || exchange == MessageExchangePattern.IN_OUT;
        String messageId = world.name("m");
        Map<String, String> properties = new HashMap<>();
        properties.put(Headers.MESSAGE_ID, messageId);
        properties.put(Headers.EXCHANGE, exchange.label());
        properties.put(Headers.ACKNOWLEDGE, String.valueOf(acknowledge));
        if (world.chance(0.1)) {
            properties.put(Headers.CONVERSATION_ID, "order-" + world.random(3));
        }
        Parcel parcel = new Parcel(
                "ID:" + messageId,
                operations.get(),
                world.name("k"),
                needsReply || world.chance(0.7) ? replyTo() : null,
                properties,
                expiresAt(),
                world.any(BODIES));
        return new Asked(parcel, messageId, exchange, acknowledge);
    }

    private Address replyTo() {
        return world.chance(0.03) ? Address.temporary(world.name("gone")) : Address.queue(queue);
    }

    private Instant expiresAt() {
        return world.chance(0.3) ? null : world.now().plusMillis(world.millis(1, 90_000));
    }

    private Asked otherContent(Asked request) {
        Parcel p = request.parcel();
        String body = p.body().equals(BODIES.get(0)) ? BODIES.get(1) : BODIES.get(0);
        Parcel other =
                new Parcel(p.id() + "x", p.type(), world.name("k"), p.replyTo(), p.properties(), p.expiresAt(), body);
        return new Asked(other, request.messageId(), request.exchange(), request.acknowledge());
    }

    private void send(Asked request, int sends) {
        if (sends == 0 || isEnded(request)) {
            return;
        }
        Parcel parcel = request.parcel().again(world.name("ID:" + request.messageId() + "-"));
        network.carry(parcel.id(), () -> {
            world.trace("%s asks %s", queue, parcel);
            arrived.add(request.parcel().correlationId());
            broker.put(SimulatedEngine.requests(), parcel);
        });
        world.after(world.millis(100, 20_000), () -> send(request, sends - 1));
    }

    private boolean isEnded(Asked request) {
        return answers.stream()
                .anyMatch(a -> request.isAnswered(a) && !MessageKind.ACK.label().equals(a.property(Headers.KIND)));
    }
}
