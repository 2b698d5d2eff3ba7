package dev.parley.engine.run;

import dev.parley.engine.gateway.DeadLettering;
import org.jspecify.annotations.Nullable;

/**
 * A message of a work queue as it was delivered, not checked yet.
 *
 * @param conversationId the conversation it names, or null
 * @param operation the operation it names, or null
 * @param group the message group whose order is kept, or null
 * @param looks how often its conversation was looked for and not there yet
 * @param redelivered true if it was in a transaction that rolled back
 * @param deliveries how often its message has been delivered, this time included
 * @param parking how to park it
 * @param turn which turn of the conversation is to be worked on; 0 where none are taken
 */
record WorkArrival(
        @Nullable String conversationId,
        @Nullable String operation,
        @Nullable String group,
        int looks,
        boolean redelivered,
        int deliveries,
        DeadLettering parking,
        int turn) {}
