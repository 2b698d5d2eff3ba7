package dev.parley.slip;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.Status;
import java.time.Instant;

/**
 * The decision on a slip.
 *
 * @param slip as it is from now on
 * @param next what is to be done with it
 */
public record SlipDecision(Slip slip, Next next) {

    /** What can be done with a slip. */
    public sealed interface Next {

        /**
         * Ask an operation.
         *
         * @param body JSON text
         * @param deadline when an answer would be too late
         */
        record Ask(String operation, String body, Instant deadline) implements Next {}

        /** Send it on. */
        record Forward() implements Next {}

        /** It has ended. */
        record End(Status status) implements Next {}

        /**
         * It waits for a person.
         *
         * @param fault why its compensation could not be done
         */
        record Stick(JsonNode fault) implements Next {}
    }
}
