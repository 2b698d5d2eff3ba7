package dev.parley.turn.engine;

import dev.parley.turn.EarlyTurn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The turns that came before their conversations were ready for them, within the current transaction. */
public interface EarlyTurns {

    /** Keeps a turn. */
    void keep(String conversationId, EarlyTurn turn);

    /** Keeps it no longer. */
    void drop(String conversationId, String messageId);

    /** The number of turns that are kept in a conversation. */
    int count(String conversationId);

    /** The turn of that id, if it is kept. */
    Optional<EarlyTurn> find(String conversationId, String messageId);

    /** The turns that are kept up to that one, and those whose deadline has passed, in order. */
    List<EarlyTurn> upTo(String conversationId, int turn, Instant now);

    /** The first deadline of those that are kept; empty if none are. */
    Optional<Instant> earliest(String conversationId);
}
