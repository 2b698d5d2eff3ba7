package dev.parley.engine.lost;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Patterns;
import dev.parley.engine.wire.OperationWork;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The rule by which work is sent again that may be lost: that of each conversation that has been accepted, is to be
 * done by a method here, has not been tried, and is not seen in any queue. What has been tried has work with whoever
 * tries it, or with the broker for later: a second copy would be an attempt more, beside it.
 *
 * @param patterns say which conversations await work
 * @param isServed whether a method here serves the operation of that name
 * @param queued what lies in the queues
 */
record LostWork(Patterns patterns, Predicate<String> isServed, Set<Place> queued) {

    /**
     * What work is about.
     *
     * @param conversationId which conversation
     * @param turn which turn of it; 0 where none are taken
     */
    record Place(String conversationId, int turn) {}

    /**
     * The work that is sent again, in the order in which the conversations began. What is past its deadline is left to
     * the sweeper. The message group is not known any more.
     */
    List<OperationWork> of(Collection<Conversation> conversations, Instant now) {
        return conversations.stream()
                .filter(c -> now.isBefore(c.expiresAt()))
                .filter(patterns::awaitsWork)
                .filter(LostWork::isUntried)
                .filter(c -> isServed.test(c.operation()))
                .filter(c -> !queued.contains(new Place(c.id(), c.turn())))
                .sorted(Comparator.comparing(Conversation::createdAt).thenComparing(Conversation::id))
                .map(c -> new OperationWork(c.id(), c.operation(), null, 0, c.turn()))
                .toList();
    }

    private static boolean isUntried(Conversation conversation) {
        return conversation.attempts() == 0 && conversation.lastFailure() == null;
    }
}
