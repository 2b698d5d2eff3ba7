package dev.parley.simulation.exchange;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Ticket;
import dev.parley.message.Headers;
import dev.parley.simulation.Broker;
import dev.parley.simulation.Parcel;
import dev.parley.simulation.Table;
import dev.parley.simulation.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Answers what it was not asked: it knows the ids of conversations, but no tickets. */
final class Forger {

    private static final int LATEST = 120_000;

    final List<String> sent = new ArrayList<>();
    private final World world;
    private final Broker broker;
    private final Table<String, Conversation> conversations;

    Forger(World world, Broker broker, Table<String, Conversation> conversations) {
        this.world = world;
        this.broker = broker;
        this.conversations = conversations;
    }

    /** Sends something sooner or later. */
    void forge() {
        world.after(world.millis(0, LATEST), () -> {
            String messageId = world.name("forged");
            var forged = new Parcel(
                    "ID:" + messageId,
                    ScriptedProviders.OPERATION,
                    correlationId(),
                    null,
                    Map.of(Headers.MESSAGE_ID, messageId, Headers.KIND, world.any(List.of("Reply", "Fault", "Ack"))),
                    null,
                    "{\"title\":\"" + messageId + "\"}");
            world.trace("forges %s for %s", forged, forged.correlationId());
            sent.add(messageId);
            broker.put("parley.replies", forged);
        });
    }

    private String correlationId() {
        List<Conversation> known = conversations.committed();
        return switch (world.random(5)) {
            case 0 -> null;
            case 1 -> "elsewhere";
            case 2 -> correlationId("elsewhere", "forged");
            default -> known.isEmpty() ? ":" : correlationId(world.any(known).id(), world.chance(0.5) ? "" : "forged");
        };
    }

    private static String correlationId(String conversationId, String secret) {
        return new Ticket(conversationId, secret).correlationId();
    }
}
