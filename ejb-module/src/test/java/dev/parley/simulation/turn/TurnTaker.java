package dev.parley.simulation.turn;

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
import java.util.List;
import java.util.Map;

/**
 * Takes the turns of one conversation, one after the other, or all at once, or too few of them; and each again until it
 * is answered.
 */
final class TurnTaker {

    private static final int MOST_SENDS = 5;

    final List<TurnAsked> asked = new ArrayList<>();
    final List<Parcel> answers = new ArrayList<>();
    final Map<String, Instant> arrived = new HashMap<>();
    final String conversationId;
    final int turns;
    private final World world;
    private final Broker broker;
    private final Network network;
    private final String operation;
    private final boolean waits;
    private final String queue;
    private int begun;

    TurnTaker(World world, Broker broker, Network network) {
        this.world = world;
        this.broker = broker;
        this.network = network;
        this.queue = world.name("reply.alice");
        this.conversationId = world.name("bargain-");
        this.operation = TurnOperations.any(world);
        this.turns = 1 + world.random(6);
        this.waits = world.chance(0.5);
        broker.queue(queue, 1000, 10);
        broker.read(queue, this::answered);
    }

    String address() {
        return Address.queue(queue).toString();
    }

    private void answered(Parcel answer) {
        world.trace("%s reads %s", queue, answer);
        answers.add(answer);
        boolean reply = MessageKind.REPLY.label().equals(answer.property(Headers.KIND));
        if (reply && waits && String.valueOf(begun).equals(answer.property(Headers.TURN)) && begun < turns) {
            take(0);
        }
    }

    /** Begins sooner or later. */
    void begin() {
        if (waits) {
            take(world.millis(0, 20_000));
            return;
        }
        for (int i = 0; i < turns; i++) {
            take(world.millis(0, 30_000));
        }
    }

    private void take(long delay) {
        begun++;
        int turn = begun;
        if (world.chance(0.05)) {
            return;
        }
        world.after(delay + world.millis(0, 2000), () -> {
            TurnAsked first = turn(turn, "a");
            ask(first, MOST_SENDS);
            if (world.chance(0.2)) {
                // The same again under another id, or something else
                TurnAsked other = turn(turn, world.chance(0.5) ? "a" : "b");
                world.after(world.millis(0, 5000), () -> ask(other, 3));
            }
        });
    }

    private TurnAsked turn(int turn, String what) {
        String messageId = world.name("m");
        Map<String, String> properties = new HashMap<>();
        properties.put(Headers.MESSAGE_ID, messageId);
        properties.put(Headers.CONVERSATION_ID, conversationId);
        properties.put(Headers.ACKNOWLEDGE, String.valueOf(world.chance(0.4)));
        if (turn > 1 || world.chance(0.5)) {
            properties.put(Headers.TURN, String.valueOf(turn));
        }
        Instant expiresAt = world.chance(0.6) ? null : world.now().plusMillis(world.millis(1000, 90_000));
        String body = "[" + turn + what + (turn == turns ? "!" : "") + "]";
        Parcel parcel = new Parcel(
                "ID:" + messageId, operation, world.name("k"), Address.queue(queue), properties, expiresAt, body);
        return new TurnAsked(parcel, turn);
    }

    private void ask(TurnAsked request, int sends) {
        if (!asked.contains(request)) {
            asked.add(request);
        }
        if (sends == 0 || answers.stream().anyMatch(request::isAnsweredFinally)) {
            return;
        }
        Parcel parcel = request.parcel().again(world.name("ID:" + request.messageId() + "-"));
        network.carry(parcel.id(), () -> {
            world.trace("%s takes %s", queue, parcel);
            arrived.putIfAbsent(request.messageId(), world.now());
            broker.put(SimulatedEngine.requests(), parcel);
        });
        world.after(world.millis(100, 20_000), () -> ask(request, sends - 1));
    }
}
