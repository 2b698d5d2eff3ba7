package dev.parley.process.message;

import dev.parley.conversation.Event;

/**
 * Nobody has the conversation in hand any more that has sent the message of this one.
 *
 * @param outcome what it is told
 */
public record Freed(MessageOutcome outcome) implements Event.OfPattern {}
