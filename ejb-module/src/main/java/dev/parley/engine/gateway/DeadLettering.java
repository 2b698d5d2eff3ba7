package dev.parley.engine.gateway;

import dev.parley.message.Problem;

/** Puts a message where operators look for what nobody could be told, unchanged but for the reason. */
@FunctionalInterface
public interface DeadLettering {

    /** Parks the message, with the reason that operators read. */
    void park(Problem reason);
}
