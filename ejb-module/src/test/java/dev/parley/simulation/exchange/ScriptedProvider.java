package dev.parley.simulation.exchange;

import dev.parley.message.Address;
import dev.parley.message.Headers;
import dev.parley.message.MessageKind;
import dev.parley.simulation.Broker;
import dev.parley.simulation.Network;
import dev.parley.simulation.Parcel;
import dev.parley.simulation.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A provider outside of the EAR, of one character or another. While it is down its requests wait in its queue, until
 * they expire.
 */
final class ScriptedProvider {

    private static final String REPLIES = "parley.replies";

    /** What a provider does with a request. */
    private enum Habit {
        REPLIES,
        REPLIES_LATE,
        REPLIES_TWICE,
        REPLIES_WITH_NOTHING,
        FAULTS,
        FAULTS_AND_REPLIES,
        FAULTS_WITHOUT_PROBLEM,
        ACKNOWLEDGES,
        ACKNOWLEDGES_FIRST,
        ACKNOWLEDGES_AFTERWARDS,
        TALKS_NONSENSE,
        SAYS_WHAT_NOBODY_KNOWS,
        SAYS_NOTHING,
        DIES
    }

    private static final List<List<Habit>> CHARACTERS = List.of(
            List.of(Habit.REPLIES),
            List.of(Habit.REPLIES),
            List.of(Habit.SAYS_NOTHING),
            List.of(Habit.REPLIES, Habit.REPLIES_LATE, Habit.SAYS_NOTHING),
            List.of(Habit.DIES, Habit.REPLIES, Habit.REPLIES),
            List.of(Habit.ACKNOWLEDGES_FIRST, Habit.ACKNOWLEDGES_AFTERWARDS, Habit.ACKNOWLEDGES, Habit.SAYS_NOTHING),
            List.of(Habit.values()),
            List.of(Habit.values()));

    private final World world;
    private final Network network;
    private final Broker broker;
    final Address address;
    final List<Parcel> requests = new ArrayList<>();
    final List<Given> given = new ArrayList<>();
    final Set<String> arrived = new HashSet<>();
    private final List<Habit> habits;
    private long downUntil;

    ScriptedProvider(World world, Broker broker, Network network) {
        this.world = world;
        this.broker = broker;
        this.network = network;
        this.habits = world.any(CHARACTERS);
        this.address = Address.queue(world.name("provider."));
        if (!world.chance(0.03)) {
            broker.queue(address.name(), 1000, 10);
            broker.read(address.name(), this::received);
        }
    }

    /** Whether it answers every request, at once and with a reply. */
    boolean isPrompt() {
        return habits.equals(List.of(Habit.REPLIES)) && broker.has(address.name());
    }

    private void received(Parcel request) {
        if (world.elapsed() < downUntil) {
            world.after(downUntil - world.elapsed(), () -> received(request));
        } else if (request.expiresAt() != null && !world.now().isBefore(request.expiresAt())) {
            world.trace("%s expires in %s", request.id(), address);
        } else {
            world.trace("%s reads %s", address, request);
            requests.add(request);
            answer(request, world.any(habits));
        }
    }

    private void answer(Parcel request, Habit habit) {
        switch (habit) {
            case REPLIES -> reply(request, world.millis(0, 50));
            case REPLIES_LATE -> reply(request, world.millis(1000, 60_000));
            case REPLIES_TWICE -> {
                reply(request, world.millis(0, 5000));
                reply(request, world.millis(0, 5000));
            }
            case REPLIES_WITH_NOTHING -> say(request, null, " ", true, world.millis(0, 50));
            case FAULTS -> fault(request);
            case FAULTS_AND_REPLIES -> {
                fault(request);
                reply(request, world.millis(0, 50));
            }
            case FAULTS_WITHOUT_PROBLEM -> say(request, MessageKind.FAULT, news(), false, world.millis(0, 50));
            case ACKNOWLEDGES -> acknowledge(request, 0);
            case ACKNOWLEDGES_FIRST -> {
                acknowledge(request, 0);
                reply(request, world.millis(10, 90_000));
            }
            case ACKNOWLEDGES_AFTERWARDS -> {
                reply(request, 0);
                acknowledge(request, world.millis(0, 50));
            }
            case TALKS_NONSENSE -> say(request, null, world.name("nonsense "), false, world.millis(0, 50));
            case SAYS_WHAT_NOBODY_KNOWS -> say(request, MessageKind.PING, news(), false, world.millis(0, 50));
            case SAYS_NOTHING -> world.trace("%s says nothing", address);
            case DIES -> {
                downUntil = world.elapsed() + world.millis(1000, 60_000);
                world.trace("%s is down", address);
            }
        }
    }

    private String news() {
        return "{\"answer\":\"" + world.name("a") + "\"}";
    }

    private void reply(Parcel request, long delay) {
        say(request, world.chance(0.5) ? null : MessageKind.REPLY, news(), true, delay);
    }

    private void fault(Parcel request) {
        String body = "{\"type\":\"urn:parley:fault:sold-out\",\"n\":\"" + world.name("a") + "\"}";
        say(request, MessageKind.FAULT, body, true, world.millis(0, 50));
    }

    private void acknowledge(Parcel request, long delay) {
        say(request, MessageKind.ACK, world.chance(0.5) ? "" : news(), true, delay);
    }

    private void say(Parcel request, MessageKind kind, String body, boolean isUsable, long delay) {
        if (request.replyTo() == null && world.chance(0.8)) {
            return;
        }
        String messageId = world.name("answer");
        Map<String, String> properties = new HashMap<>(Map.of(Headers.MESSAGE_ID, messageId));
        if (kind != null) {
            properties.put(Headers.KIND, kind.label());
        }
        var answer =
                new Parcel("ID:" + messageId, request.type(), request.correlationId(), null, properties, null, body);
        String conversation = request.property(Headers.CONVERSATION_ID);
        given.add(new Given(conversation, messageId, kind == null ? MessageKind.REPLY : kind, body, isUsable));
        world.after(
                delay,
                () -> network.carry(answer.id(), () -> {
                    world.trace("%s answers %s", address, answer);
                    arrived.add(messageId);
                    broker.put(REPLIES, answer);
                }));
    }
}
