package dev.parley.engine.gateway;

import dev.parley.message.Problem;

/**
 * The dead letters: a message is put where operators look for what nobody could be told, unchanged but for the reason.
 */
@FunctionalInterface
public interface DeadLettering {

    /** Parks the message, with the reason that operators read. */
    void park(Problem reason);

    /**
     * Parks the message because a conversation has failed, so that it can go on from there.
     *
     * @param conversationId the conversation
     */
    default void park(Problem reason, String conversationId) {
        park(reason);
    }
}
