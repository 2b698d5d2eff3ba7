package dev.parley.engine;

import dev.parley.conversation.Problem;

/** Puts a message where operators look for what nobody could be told, unchanged but for the reason. */
@FunctionalInterface
interface Parking {

    void park(Problem reason);
}
