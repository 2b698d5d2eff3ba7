package dev.parley.conversation.request;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.Conversation;
import java.time.temporal.ChronoUnit;

/** The body of an acknowledgment: what a requester needs to recognise its request and to find the conversation. */
public final class Acknowledgment {

    private Acknowledgment() {}

    /** The body for the request that the conversation works on. */
    public static String of(Conversation conversation) {
        return of(conversation, conversation.turn());
    }

    /** The same for a turn that is kept; 0 where none are taken. */
    public static String of(Conversation conversation, int turn) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("conversationId", conversation.id())
                .put("messageId", conversation.messageId())
                .put("correlationId", conversation.correlationId())
                .put("operation", conversation.operation())
                .put("exchange", conversation.exchange().label())
                .put("status", conversation.status().name())
                .put(
                        "createdAt",
                        conversation.createdAt().truncatedTo(ChronoUnit.MILLIS).toString())
                .put(
                        "expiresAt",
                        conversation.expiresAt().truncatedTo(ChronoUnit.MILLIS).toString());
        return (turn == 0 ? body : body.put("turn", turn)).toString();
    }
}
