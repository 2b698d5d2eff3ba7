package dev.parley.web;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationView;
import dev.parley.conversation.CurrentRequest;
import dev.parley.conversation.MessageExchangePattern;
import dev.parley.conversation.PatternState;
import dev.parley.conversation.Status;
import dev.parley.turn.Turns;
import java.time.Instant;

/** Conversations to show. */
public final class Examples {

    public static final Instant CREATED = Instant.parse("2026-01-02T03:04:05Z");

    private Examples() {}

    public static Conversation conversation(Status status, int version) {
        return conversation(status, version, null);
    }

    private static Conversation conversation(Status status, int version, PatternState state) {
        return new Conversation(
                "c-1",
                version,
                status,
                state == null ? "exchange" : "turn",
                "place-order",
                MessageExchangePattern.IN_OUT,
                "user:ann",
                "ann",
                new CurrentRequest("m-1", "k-1", null, null, false, null, CREATED.plusSeconds(60), 0, 1),
                0,
                null,
                2,
                CREATED,
                CREATED.plusMillis(7),
                state);
    }

    /** A turn that was answered, if there is a reply, or is worked on. */
    public static ConversationView turn(int number, String reply) {
        Conversation conversation = conversation(Status.RUNNING, 3, new Turns(number, reply != null, null));
        return new ConversationView(conversation, reply, null, number);
    }

    public static ConversationView view(Status status, int version) {
        String reply = status == Status.SUCCEEDED ? "{\"total\":1.10}" : null;
        String fault = status == Status.FAULTED ? "{\"type\":\"urn:parley:fault:out-of-stock\"}" : null;
        return new ConversationView(conversation(status, version), reply, fault);
    }
}
