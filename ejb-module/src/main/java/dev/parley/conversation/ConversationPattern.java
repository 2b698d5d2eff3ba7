package dev.parley.conversation;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A conversation pattern: pure functions, which the engine calls and whose effects it carries out. Every bean that is
 * one is known to the node; the column {@code pattern} of a conversation says which one decides, and what it keeps is
 * one JSON text.
 *
 * @param <S> what it keeps of a conversation
 */
public interface ConversationPattern<S extends PatternState> {

    /** The name of the pattern, at most 40 characters; it never changes, since it is stored. */
    String name();

    /** The form in which its states are stored. */
    StateCodec<S> codec();

    /**
     * What a conversation is found by besides, from its beginning on: names of at most 100 characters, values of 255.
     */
    default Map<String, String> attributes(S state) {
        return Map.of();
    }

    /**
     * What a conversation is found by besides, as it stands: texts of at most 100 characters, which begin with a dollar
     * sign.
     */
    default Set<String> marks(S state) {
        return Set.of();
    }

    /**
     * True if a conversation that has failed can be had go on by {@link Event.Retried}; most patterns have their own.
     */
    default boolean goesOnAfterFailure() {
        return false;
    }

    /**
     * True if a conversation that has not ended goes on when its operation has run here: work on it is in a queue, or
     * under way, since its last {@link Effect.Run}.
     *
     * @param state what it keeps of the conversation; null for nothing
     */
    default boolean awaitsWork(@Nullable S state) {
        return false;
    }

    /**
     * Decides on an event for a conversation that is not there yet.
     *
     * @throws IllegalArgumentException if no conversation begins with such an event
     */
    Decision begin(Event event, Instant now);

    /**
     * Decides on an event for a conversation.
     *
     * @param state what it keeps of the conversation; null for nothing
     * @throws IllegalArgumentException if the event cannot happen to a conversation that is there
     */
    Decision decide(Conversation conversation, @Nullable S state, Event event, Instant now);
}
