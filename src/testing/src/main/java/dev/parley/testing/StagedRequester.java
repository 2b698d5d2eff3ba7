package dev.parley.testing;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.MessageExchangePattern;
import dev.parley.conversation.Status;
import dev.parley.engine.run.SimulatedEngine;
import dev.parley.message.Address;
import dev.parley.message.CommonProblem;
import dev.parley.message.Headers;
import dev.parley.message.MessageKind;
import dev.parley.message.Problem;
import dev.parley.simulation.Broker;
import dev.parley.simulation.Network;
import dev.parley.simulation.Parcel;
import dev.parley.simulation.Table;
import dev.parley.simulation.World;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The requester of a schedule: it sends each request again until it is answered, through a network that loses some. */
final class StagedRequester {

    private static final String QUEUE = "reply.alice";
    private static final int FIRST_SENDS = 30_000;
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final World world;
    private final Broker broker;
    private final Network network;
    private final Table<String, Conversation> conversations;
    private final Map<String, StagedRequest> requests = new LinkedHashMap<>();
    private Predicate<String> unbound = operation -> false;

    StagedRequester(StagedWorld staged) {
        this.world = staged.world();
        this.broker = staged.broker();
        this.network = new Network(world);
        this.conversations = staged.tables().conversations();
        broker.queue(QUEUE, 1000, 10);
        broker.read(QUEUE, this::answered);
    }

    /** Has requests for some operations take as long as they take, unless a test says how long. */
    void unbound(Predicate<String> operations) {
        unbound = operations;
    }

    /** Sends it sooner or later. */
    void plan(StagedRequest request) {
        requests.put(request.messageId(), request);
        world.after(world.millis(0, FIRST_SENDS), () -> send(request, deadline(request)));
    }

    /** Sends it once, at once. */
    void sendOnce(StagedRequest request) {
        requests.put(request.messageId(), request);
        carry(request, deadline(request));
    }

    private @Nullable Instant deadline(StagedRequest request) {
        Duration within = request.within();
        if (within == null && unbound.test(request.operation())) {
            return null;
        }
        return world.now().plus(within == null ? AN_HOUR : within);
    }

    private void send(StagedRequest request, @Nullable Instant expiresAt) {
        if (request.outcome().isPresent() || conversation(request) != null) {
            return;
        }
        carry(request, expiresAt);
        world.after(world.millis(100, 20_000), () -> send(request, expiresAt));
    }

    private void carry(StagedRequest request, @Nullable Instant expiresAt) {
        Map<String, String> properties = new HashMap<>(request.properties());
        properties.put(Headers.MESSAGE_ID, request.messageId());
        properties.put(Headers.EXCHANGE, MessageExchangePattern.IN_OUT.label());
        Parcel parcel = new Parcel(
                world.name("ID:" + request.messageId() + "-"),
                request.operation(),
                request.messageId(),
                Address.queue(QUEUE),
                properties,
                expiresAt,
                request.body());
        network.carry(parcel.id(), () -> {
            world.trace("alice asks %s", parcel);
            broker.put(SimulatedEngine.requests(), parcel);
        });
    }

    private void answered(Parcel answer) {
        world.trace("alice reads %s", answer);
        StagedRequest request = requests.get(Objects.requireNonNull(answer.correlationId()));
        if (request != null && !MessageKind.ACK.label().equals(answer.property(Headers.KIND))) {
            request.ended(outcome(answer));
        }
    }

    private static Outcome outcome(Parcel answer) {
        if (MessageKind.REPLY.label().equals(answer.property(Headers.KIND))) {
            return new Outcome(Outcome.Ending.REPLIED, answer.body(), null, 0, null);
        }
        String name = name(answer.body());
        Outcome.Ending ending =
                answer.properties().containsKey(Headers.CONVERSATION_ID) ? ended(name) : Outcome.Ending.REFUSED;
        return new Outcome(ending, answer.body(), name, 0, null);
    }

    private static Outcome.Ending ended(String fault) {
        return fault.equals(CommonProblem.EXPIRED.label()) ? Outcome.Ending.EXPIRED : Outcome.Ending.FAULTED;
    }

    /** The name of a fault. */
    static String name(String problem) {
        try (JsonReader reader = Json.createReader(new StringReader(problem))) {
            String type = reader.readObject().getString("type", "");
            return type.startsWith(Problem.TYPE_PREFIX) ? type.substring(Problem.TYPE_PREFIX.length()) : type;
        }
    }

    /** Who returns nothing is told nothing: what is stored says that it was done. */
    void judge() {
        requests.values().stream()
                .filter(request -> request.outcome().isEmpty() && conversation(request) != null)
                .forEach(request -> request.ended(new Outcome(Outcome.Ending.REPLIED, null, null, 0, null)));
    }

    /** The conversation of a request that was done, and of which nothing will be said; null if there is none. */
    private @Nullable Conversation conversation(StagedRequest request) {
        return conversations.committed().stream()
                .filter(c -> c.messageId().equals(request.messageId()) && c.status() == Status.SUCCEEDED)
                .findFirst()
                .orElse(null);
    }

    /** Those that nobody has answered. */
    String unanswered() {
        return String.join(
                ", ",
                requests.values().stream()
                        .filter(request -> request.outcome().isEmpty())
                        .map(StagedRequest::toString)
                        .toList());
    }
}
