package dev.parley.engine.trace;

import dev.parley.conversation.Conversation;
import dev.parley.message.MessageKind;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A message that is handled, as its span shows it.
 *
 * @param what the kind of message, in lower case
 * @param operation the operation of its conversation
 * @param conversationId its conversation; null if that is not known before
 * @param messageId its id
 * @param correlationId what every message about its conversation carries
 * @param delivered true if it was delivered to this node, false if a conversation in the same transaction sent it
 * @param lineage where its span hangs
 */
public record Handled(
        String what,
        String operation,
        @Nullable String conversationId,
        String messageId,
        String correlationId,
        boolean delivered,
        Lineage lineage) {

    private static final String WORK = "work";

    /** The work on a conversation that was accepted before. */
    public static Handled work(Conversation conversation) {
        return new Handled(
                WORK,
                conversation.operation(),
                conversation.id(),
                conversation.messageId(),
                conversation.correlationId(),
                true,
                Lineage.of(null, conversation.request().trace()));
    }

    /**
     * What somebody says to a conversation that is there.
     *
     * @param trace the {@code traceparent} that it came with; null for none
     * @param delivered true if it was delivered to this node
     */
    public static Handled about(
            Conversation conversation, MessageKind kind, String messageId, @Nullable String trace, boolean delivered) {
        return new Handled(
                kind.label().toLowerCase(Locale.ROOT),
                conversation.operation(),
                conversation.id(),
                messageId,
                conversation.correlationId(),
                delivered,
                Lineage.of(trace, conversation.request().trace()));
    }
}
