package dev.parley.conversation;

import dev.parley.message.Direction;
import dev.parley.message.MessageKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message of a conversation, as it was received or sent.
 *
 * @param conversationId the conversation
 * @param sequence its place in it, from 1
 * @param direction received or sent
 * @param kind what it was for
 * @param type the operation
 * @param from who sent it
 * @param to where it went; null if nobody was to be told, or the requester polls
 * @param messageId its id
 * @param correlationId what it answers
 * @param at when
 * @param body JSON text
 * @param turn the turn it belongs to; 0 where none are taken
 */
public record JournalEntry(
        String conversationId,
        int sequence,
        Direction direction,
        MessageKind kind,
        String type,
        String from,
        @Nullable String to,
        String messageId,
        String correlationId,
        Instant at,
        String body,
        int turn) {

    /** A message of a conversation that takes no turns. */
    public JournalEntry(
            String conversationId,
            int sequence,
            Direction direction,
            MessageKind kind,
            String type,
            String from,
            @Nullable String to,
            String messageId,
            String correlationId,
            Instant at,
            String body) {
        this(conversationId, sequence, direction, kind, type, from, to, messageId, correlationId, at, body, 0);
    }

    /**
     * The same to be shown: with what a provider has to know to be heard, whoever reads it could answer in its place.
     */
    public JournalEntry withoutTicket() {
        boolean hasTicket = Ticket.of(correlationId)
                .filter(r -> r.conversationId().equals(conversationId) && isWithProvider())
                .isPresent();
        return hasTicket
                ? new JournalEntry(
                        conversationId,
                        sequence,
                        direction,
                        kind,
                        type,
                        from,
                        to,
                        messageId,
                        conversationId,
                        at,
                        body,
                        turn)
                : this;
    }

    private boolean isWithProvider() {
        return (direction == Direction.OUT) == (kind == MessageKind.REQUEST);
    }
}
