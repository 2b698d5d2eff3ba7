package dev.parley.slip;

import com.fasterxml.jackson.databind.JsonNode;

/** What can happen to a slip. */
public sealed interface SlipEvent {

    /** It has come to where it is. */
    record Arrived() implements SlipEvent {}

    /**
     * What it has asked was done.
     *
     * @param reply JSON
     */
    record Replied(JsonNode reply) implements SlipEvent {}

    /**
     * What it has asked was not done, or nobody knows whether it was.
     *
     * @param fault the problem, as JSON
     */
    record Failed(JsonNode fault) implements SlipEvent {}

    /** It has ended, and what it has done is to be undone after all. */
    record Recalled() implements SlipEvent {}

    /** A person wants a compensation tried again. */
    record Retried() implements SlipEvent {}

    /**
     * A person writes off what could not be undone.
     *
     * @param by who
     */
    record Skipped(String by) implements SlipEvent {}
}
