package dev.parley.engine.run;

import dev.parley.conversation.Conversation;
import dev.parley.engine.gateway.Gateway;
import dev.parley.engine.wire.Lane;
import dev.parley.engine.wire.OperationWork;
import dev.parley.engine.wire.Queues;
import dev.parley.engine.wire.WireFormat;
import dev.parley.message.Address;
import dev.parley.message.Headers;
import dev.parley.message.MessageKind;
import dev.parley.message.Outgoing;
import dev.parley.message.Problem;
import dev.parley.simulation.Broker;
import dev.parley.simulation.Parcel;
import dev.parley.simulation.Transaction;
import dev.parley.simulation.World;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Sends through a simulated broker, within one transaction, whose process may be held up or killed at each step. */
final class BrokerGateway implements Gateway {

    static final String DEAD = "parley.dead";

    private final World world;
    private final Broker broker;
    private final Transaction transaction;
    private final Defect defect;

    BrokerGateway(World world, Broker broker, Transaction transaction, Defect defect) {
        this.world = world;
        this.broker = broker;
        this.transaction = transaction;
        this.defect = defect;
    }

    @Override
    public void send(Outgoing message) {
        transaction.checkpoint("before it sends");
        Address to = Objects.requireNonNull(message.to());
        if (broker.has(to.name())) {
            send(to.name(), answer(message), isBeforeCommit(message.kind()));
        } else if (message.request() != null && message.request().replyTo() != null) {
            world.trace("%s does not go out: there is no %s", message.messageId(), to);
        } else {
            send(DEAD, reasoned(answer(message), "reply-address-gone"), false);
        }
    }

    private void send(String queue, Parcel parcel, boolean atOnce) {
        world.trace("to %s: %s", queue, parcel);
        if (atOnce) {
            broker.put(queue, parcel);
        } else {
            transaction.send(queue, parcel);
        }
    }

    private boolean isBeforeCommit(MessageKind kind) {
        return defect == (kind == MessageKind.ACK ? Defect.ACK_BEFORE_COMMIT : Defect.REPLY_BEFORE_COMMIT);
    }

    private Parcel answer(Outgoing message) {
        Map<String, String> properties = new HashMap<>();
        properties.put(Headers.KIND, message.kind().label());
        properties.put(Headers.MESSAGE_ID, message.messageId());
        put(properties, Headers.CONVERSATION_ID, message.conversationId());
        put(properties, Headers.STATE, message.state());
        put(properties, Headers.TURN, message.turn() > 0 ? String.valueOf(message.turn()) : null);
        Outgoing.Request request = message.request();
        if (request == null) {
            return parcel(message.type(), message.correlationId(), properties, message.body());
        }
        properties.put(Headers.ATTEMPT, String.valueOf(request.attempt()));
        properties.put(Headers.HOPS, String.valueOf(request.hops()));
        return new Parcel(
                world.name("ID:p"),
                message.type(),
                message.correlationId(),
                request.replyTo(),
                properties,
                request.expiresAt(),
                message.body());
    }

    private static void put(Map<String, String> properties, String name, String value) {
        if (value != null) {
            properties.put(name, value);
        }
    }

    @Override
    public void work(Lane lane, OperationWork work) {
        String id = work.conversationId();
        Map<String, String> properties = new HashMap<>(Map.of(Headers.CONVERSATION_ID, id));
        put(properties, "JMSXGroupID", work.group());
        properties.put(WireFormat.LOOKS, String.valueOf(work.looks()));
        properties.put(Headers.TURN, String.valueOf(work.turn()));
        Parcel parcel = parcel(work.operation(), null, properties, id);
        world.trace("to %s: %s", queue(lane), parcel);
        transaction.send(queue(lane), parcel, work.delay().toMillis());
    }

    static String queue(Lane lane) {
        return switch (lane) {
            case INLINE -> throw new IllegalArgumentException("What runs at once is not queued");
            case SHARED -> Queues.WORK;
            case ISOLATED -> Queues.ISOLATED_WORK;
            case SLOW -> Queues.SLOW_WORK;
            case GROUPED -> Queues.GROUPED_WORK;
        };
    }

    @Override
    public void park(Conversation conversation, String body, Problem reason) {
        Map<String, String> properties = Map.of(
                Headers.MESSAGE_ID,
                conversation.messageId(),
                Headers.CONVERSATION_ID,
                conversation.id(),
                "Sender",
                conversation.sender());
        Parcel parcel = parcel(conversation.operation(), conversation.correlationId(), properties, body);
        send(DEAD, reasoned(parcel, reason.name()), false);
    }

    /** Puts a message back, to be delivered after a while. */
    void later(String queue, Parcel parcel, int looks) {
        Map<String, String> properties = new HashMap<>(parcel.properties());
        properties.put(WireFormat.LOOKS, String.valueOf(looks));
        Parcel again = new Parcel(
                parcel.id(), parcel.type(), parcel.correlationId(), parcel.replyTo(), properties, null, parcel.body());
        transaction.send(queue, again, OperationWork.delay(looks).toMillis());
    }

    /** Parks a message as it came. */
    void park(Parcel parcel, Problem reason) {
        send(DEAD, reasoned(parcel, reason.name()), false);
    }

    private static Parcel reasoned(Parcel parcel, String reason) {
        Map<String, String> properties = new HashMap<>(parcel.properties());
        properties.put(Headers.REASON, reason);
        return new Parcel(
                parcel.id(), parcel.type(), parcel.correlationId(), parcel.replyTo(), properties, null, parcel.body());
    }

    private Parcel parcel(String type, String correlationId, Map<String, String> properties, String body) {
        return new Parcel(world.name("ID:p"), type, correlationId, null, properties, null, body);
    }
}
