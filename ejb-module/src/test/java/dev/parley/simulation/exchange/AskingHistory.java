package dev.parley.simulation.exchange;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.JournalEntry;
import dev.parley.message.Direction;
import dev.parley.message.Headers;
import dev.parley.message.MessageKind;
import dev.parley.simulation.ConversationHistory;
import dev.parley.simulation.Parcel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is there at the end of a schedule in which providers were asked.
 *
 * @param exchanges what requesters and engine have
 * @param journals the conversations with their messages
 * @param providers who was asked
 * @param forger who was not
 * @param apart how far the nodes' clocks may be apart
 */
record AskingHistory(
        ExchangeHistory exchanges, List<Journal> journals, ScriptedProviders providers, Forger forger, Duration apart)
        implements ConversationHistory {

    AskingHistory(ExchangeHistory exchanges, ScriptedProviders providers, Forger forger, Duration apart) {
        this(exchanges, journals(exchanges), providers, forger, apart);
    }

    private static List<Journal> journals(ExchangeHistory exchanges) {
        return exchanges.conversations().stream()
                .map(c -> new Journal(c, exchanges.journal(c).toList()))
                .toList();
    }

    @Override
    public List<Conversation> conversations() {
        return exchanges.conversations();
    }

    @Override
    public List<JournalEntry> journal() {
        return exchanges.journal();
    }

    @Override
    public Instant calmAt() {
        return exchanges.calmAt();
    }

    @Override
    public List<Parcel> dead() {
        return exchanges.dead().stream()
                .filter(p -> !forger.sent.contains(p.property(Headers.MESSAGE_ID)))
                .toList();
    }

    /** Whether its requester said when it is too late. */
    boolean isDeadlineGiven(Conversation conversation) {
        return exchanges.requesters().stream()
                .flatMap(r -> r.asked.stream())
                .anyMatch(a -> a.messageId().equals(conversation.messageId())
                        && a.parcel().expiresAt() != null);
    }

    Stream<Given> given() {
        return providers.all.stream().flatMap(p -> p.given.stream());
    }

    Stream<Given> arrived() {
        return providers.all.stream().flatMap(p -> p.given.stream().filter(g -> p.arrived.contains(g.messageId())));
    }

    /** A conversation and its messages. */
    record Journal(Conversation conversation, List<JournalEntry> entries) {

        /** The attempts. */
        List<JournalEntry> requests() {
            return entries.stream()
                    .filter(e -> e.direction() == Direction.OUT && e.kind() == MessageKind.REQUEST)
                    .toList();
        }

        /** What providers said. */
        List<JournalEntry> answers() {
            return entries.stream().filter(AskingHistory::isAnswer).toList();
        }

        /** The first of the answers that say how it ends; null if there is none. */
        JournalEntry firstResult() {
            return answers().stream()
                    .filter(e -> e.kind() != MessageKind.ACK)
                    .findFirst()
                    .orElse(null);
        }

        /** What the requester was told; null if it was told nothing. */
        JournalEntry end() {
            return entries.stream().filter(AskingHistory::isEnd).findFirst().orElse(null);
        }

        @Override
        public String toString() {
            return conversation.id() + " " + conversation.status() + " " + entries;
        }
    }

    static boolean isAnswer(JournalEntry entry) {
        return entry.direction() == Direction.IN
                && entry.kind() != MessageKind.REQUEST
                && entry.kind() != MessageKind.NOTICE;
    }

    static boolean isEnd(JournalEntry entry) {
        return entry.direction() == Direction.OUT
                && (entry.kind() == MessageKind.REPLY || entry.kind() == MessageKind.FAULT);
    }
}
