package dev.parley.conversation;

import dev.parley.message.Outgoing;
import dev.parley.message.Problem;
import org.jspecify.annotations.Nullable;

/** The result of reading a message's headers. */
public sealed interface Reading {

    /**
     * Headers that are in order.
     *
     * @param request the request that they describe
     */
    record Accepted(Envelope request) implements Reading {}

    /**
     * Headers that are not in order; nothing may be stored.
     *
     * @param problem why
     * @param fault what tells the sender; null if there is no address for it, so that the message has to be parked
     */
    record Refused(Problem problem, @Nullable Outgoing fault) implements Reading {}
}
