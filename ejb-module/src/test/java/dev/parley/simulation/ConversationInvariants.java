package dev.parley.simulation;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.JournalEntry;
import dev.parley.conversation.Status;
import dev.parley.message.Direction;
import dev.parley.message.Headers;
import dev.parley.message.MessageKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What holds for the conversations of every pattern. */
public final class ConversationInvariants {

    /**
     * How late the end of a conversation may be: a restart of all nodes, a transaction in doubt, and a sweep interval.
     */
    public static final Duration LATENESS = Duration.ofSeconds(46);

    private static final Set<String> MISTAKES = Set.of("conversation-missing", "not-work");

    private ConversationInvariants() {}

    /** All of them. */
    public static <H extends ConversationHistory> List<Invariant<H>> all() {
        return List.of(
                new Invariant<>("every conversation ends by its deadline", ConversationInvariants::late),
                new Invariant<>("the journal has no gap and one request", ConversationInvariants::journals),
                new Invariant<>(
                        "the dead queue has only what can be told to nobody", ConversationInvariants::mistakes));
    }

    /** Watches a table of conversations: a final status is never left. */
    public static void watch(World world, Table<String, Conversation> conversations) {
        conversations.observe((before, after) -> {
            world.trace("stored %s %s, attempt %d", after.id(), after.status(), after.attempts());
            if (before != null && before.status().isFinal() && !isNoted(before, after)) {
                world.violated(new Violation(
                        "a final status is never left", after.id() + ": " + before.status() + " to " + after.status()));
            }
            if (after.status() == Status.ACCEPTED && before != null && before.status() == Status.RUNNING) {
                world.violated(new Violation("what is running was accepted before", after.id()));
            }
        });
    }

    /** After the end there is nothing but what came too late, in the journal. */
    private static boolean isNoted(Conversation before, Conversation after) {
        int messages = after.sequence() - before.sequence();
        return messages > 0 && after.equals(before.journaled(messages));
    }

    private static Stream<String> late(ConversationHistory history) {
        return history.conversations().stream()
                .filter(c -> !c.status().isFinal() || c.updatedAt().isAfter(latest(c, history)))
                .map(c -> c.id() + " is " + c.status() + " since " + c.updatedAt() + ", due " + c.expiresAt());
    }

    private static Instant latest(Conversation conversation, ConversationHistory history) {
        Instant due = conversation.expiresAt();
        Instant from = due.isAfter(conversation.createdAt()) ? due : conversation.createdAt();
        return (from.isAfter(history.calmAt()) ? from : history.calmAt()).plus(LATENESS);
    }

    private static Stream<String> journals(ConversationHistory history) {
        Map<String, List<JournalEntry>> journals = new HashMap<>();
        history.journal().forEach(e -> journals.computeIfAbsent(e.conversationId(), id -> new ArrayList<>())
                .add(e));
        return history.conversations().stream()
                .filter(c -> !isWhole(c, journals.getOrDefault(c.id(), List.of())))
                .map(c -> c.id() + " counts " + c.sequence() + " messages, its journal has "
                        + journals.getOrDefault(c.id(), List.of()));
    }

    private static boolean isWhole(Conversation conversation, List<JournalEntry> journal) {
        for (int i = 0; i < journal.size(); i++) {
            JournalEntry entry = journal.get(i);
            boolean request = entry.direction() == Direction.IN && entry.kind() == MessageKind.REQUEST;
            boolean fits = conversation.turns() != null || request == (i == 0);
            if (entry.sequence() != i + 1 || !fits) {
                return false;
            }
        }
        return journal.size() == conversation.sequence() && !journal.isEmpty();
    }

    private static Stream<String> mistakes(ConversationHistory history) {
        return history.dead().stream()
                .filter(p -> p.property(Headers.REASON) == null || MISTAKES.contains(p.property(Headers.REASON)))
                .map(Parcel::toString);
    }
}
