package dev.parley.engine.deadletter;

import org.jspecify.annotations.Nullable;

/**
 * What came of a dead letter.
 *
 * @param id the dead letter, which is not there any more
 * @param outcome what was done
 * @param conversationId the conversation that goes on, or has begun; null if it went back into a queue, or was dropped
 */
public record DeadLetterResult(String id, Outcome outcome, @Nullable String conversationId) {

    /** The ways in which a dead letter goes. */
    public enum Outcome {
        /** Its conversation goes on. */
        RETRIED,
        /** Its conversation went on already. */
        GOES_ON,
        /** It is in the queue that it came from. */
        PUT_BACK,
        /** Another request was sent in its place. */
        SENT,
        /** It is gone. */
        DROPPED
    }
}
