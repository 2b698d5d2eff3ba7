package dev.parley.simulation.exchange;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.JournalEntry;
import dev.parley.conversation.Ticket;
import dev.parley.message.Address;
import dev.parley.message.Headers;
import dev.parley.message.MessageKind;
import dev.parley.simulation.ConversationHistory;
import dev.parley.simulation.Parcel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is there at the end of a schedule.
 *
 * @param stored the conversations by id
 * @param journal the journal
 * @param effects what operations did
 * @param requesters who asked
 * @param dead the dead queue
 * @param calmAt from when on nothing went wrong any more
 */
record ExchangeHistory(
        Map<String, Conversation> stored,
        List<JournalEntry> journal,
        List<Effect> effects,
        List<Requester> requesters,
        List<Parcel> dead,
        Instant calmAt)
        implements ConversationHistory {

    @Override
    public List<Conversation> conversations() {
        return List.copyOf(stored.values());
    }

    Stream<Parcel> answers() {
        return requesters.stream().flatMap(r -> r.answers.stream());
    }

    Stream<Parcel> answers(MessageKind kind) {
        return answers().filter(a -> kind.label().equals(a.property(Headers.KIND)));
    }

    /** The conversation that an answer is of; null if it is not stored, or the answer is of none. */
    Conversation of(Parcel answer) {
        String id = answer.property(Headers.CONVERSATION_ID);
        return id == null ? null : stored.get(id);
    }

    Stream<JournalEntry> journal(Conversation conversation) {
        return journal.stream().filter(e -> e.conversationId().equals(conversation.id()));
    }

    long effects(Conversation conversation) {
        return effects.stream()
                .filter(e -> e.conversationId().equals(conversation.id()))
                .count();
    }

    boolean wasReceived(JournalEntry answer) {
        return requesters.stream()
                .filter(r -> Address.queue(r.queue).toString().equals(answer.to()))
                .flatMap(r -> r.answers.stream())
                .anyMatch(a -> answer.messageId().equals(a.property(Headers.MESSAGE_ID))
                        && answer.correlationId().equals(a.correlationId()));
    }

    /** Whether its request, or what a provider answered in it, is where operators look. */
    boolean isDead(Conversation conversation) {
        return isDead(conversation.messageId())
                || dead.stream()
                        .flatMap(p -> Ticket.of(p.correlationId()).stream())
                        .anyMatch(r -> r.conversationId().equals(conversation.id()));
    }

    boolean isDead(String messageId) {
        return dead.stream().anyMatch(p -> messageId.equals(p.property(Headers.MESSAGE_ID)));
    }
}
