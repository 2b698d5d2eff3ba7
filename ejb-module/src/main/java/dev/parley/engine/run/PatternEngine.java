package dev.parley.engine.run;

import dev.parley.conversation.Carried;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Event;
import dev.parley.conversation.Status;
import dev.parley.engine.gateway.DeadLettering;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A pattern's own part of the engine, for what its decisions alone cannot do: requests that do not simply begin a
 * conversation, what has to be looked at when a conversation changes, effects of its own. Found by CDI; a pattern that
 * needs nothing of it has none.
 */
public interface PatternEngine {

    /** The name of the pattern. */
    String pattern();

    /**
     * True if a request begins a conversation of the pattern, or goes on with one. A request that no pattern takes
     * begins an exchange.
     */
    default boolean takes(PendingRequest request) {
        return false;
    }

    /** True if one conversation may have several requests, so that its name is not taken by the first. */
    default boolean sharesConversations() {
        return false;
    }

    /**
     * The handler of the requests of one transaction that the pattern takes; empty if each just begins a conversation
     * with {@link dev.parley.conversation.Event.Requested}.
     *
     * @param executors carries out what is decided on a request
     * @param ids the conversations that may be there already
     */
    default Optional<RequestHandler> handler(
            UnitOfWork unit, Function<PendingRequest, EffectExecutor> executors, Collection<String> ids) {
        return Optional.empty();
    }

    /**
     * Prepares a conversation for being changed; the transaction fails if it has changed since it was read and that
     * matters.
     */
    default void lock(UnitOfWork unit, Conversation conversation) {}

    /**
     * The conversations that are locked before one of the pattern, wherever both are to change: whoever locks them in
     * another order waits for somebody who waits for it. They are the same as long as the conversation is there.
     */
    default List<String> lockedBefore(Conversation conversation) {
        return List.of();
    }

    /** Stores a change of a conversation that is there; what comes back is what was stored. */
    default Conversation store(UnitOfWork unit, Conversation changed) {
        unit.store().update(changed);
        return changed;
    }

    /** What a request that a conversation makes carries to a provider outside of the EAR; null for nothing besides. */
    default @Nullable Carried carried(Conversation conversation, Effect.Ask ask) {
        return null;
    }

    /** Whether what a conversation asks for has no more time than the conversation itself, as long as it goes on. */
    default boolean isBound(Effect.Ask ask) {
        return true;
    }

    /**
     * How many operations a conversation may ask for, one after the other, that are run in the transaction which asks.
     */
    default int chain() {
        return 0;
    }

    /**
     * The event that a conversation is told of which gets an answer after it was told that there is none; null if it
     * has no use for it.
     *
     * @param key which of its requests is answered
     */
    default Event.@Nullable OfPattern late(String key, Effect.TellLate answer) {
        return null;
    }

    /**
     * The event that a conversation is told of which has something undone that it did not want; null if it has no use
     * for it.
     *
     * @param key which of its requests is undone
     * @param status how far that is
     */
    default Event.@Nullable OfPattern undone(String key, Status status) {
        return null;
    }

    /** Whether the pattern decides on answers that come to a conversation which has ended, too. */
    default boolean decidesAfterwards() {
        return false;
    }

    /**
     * An answer came to a conversation that has ended, on which the pattern does not decide; it is in its journal.
     *
     * @param parking how to have operators find that
     */
    default void answeredAfterwards(Conversation ended, Event.Answered answer, DeadLettering parking) {}

    /**
     * Carries out an effect of the pattern's own.
     *
     * @throws IllegalStateException naming the effect if it does not know it
     */
    default void enact(UnitOfWork unit, Conversation conversation, Effect.OfPattern effect) {
        throw EffectExecutor.unknown(conversation, effect);
    }
}
