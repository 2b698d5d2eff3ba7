package dev.parley.conversation;

import dev.parley.message.Direction;
import dev.parley.message.MessageKind;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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

    /** Who it is that answers, where it is not said who. */
    public static final String PROVIDER = "provider";

    private static final Set<MessageKind> ANSWERS = EnumSet.of(MessageKind.ACK, MessageKind.REPLY, MessageKind.FAULT);
    private static final List<String> NAMING = List.of("user:", "queue:", "temporary:", "mailbox:");

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
        return hasTicket ? with(from, to, conversationId) : this;
    }

    /**
     * The same as whoever asked is shown it: that a provider was asked, or has answered, and not which queue, mailbox
     * or user that is.
     */
    public JournalEntry withoutProvider() {
        boolean isAsked = direction == Direction.OUT && kind == MessageKind.REQUEST;
        boolean isAnswer = direction == Direction.IN && ANSWERS.contains(kind);
        return with(isAnswer ? unnamed(from) : from, isAsked && to != null ? unnamed(to) : to, correlationId);
    }

    private static String unnamed(String party) {
        return NAMING.stream().anyMatch(party::startsWith) ? PROVIDER : party;
    }

    private JournalEntry with(String newFrom, @Nullable String newTo, String newCorrelationId) {
        return new JournalEntry(
                conversationId,
                sequence,
                direction,
                kind,
                type,
                newFrom,
                newTo,
                messageId,
                newCorrelationId,
                at,
                body,
                turn);
    }

    private boolean isWithProvider() {
        return (direction == Direction.OUT) == (kind == MessageKind.REQUEST);
    }
}
