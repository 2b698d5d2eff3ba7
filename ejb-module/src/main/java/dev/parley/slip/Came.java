package dev.parley.slip;

import dev.parley.conversation.Event;

/**
 * A slip that is kept has come to a node, which has decided on it.
 *
 * @param decision what is to be done with it
 */
public record Came(SlipDecision decision) implements Event.OfPattern {}
