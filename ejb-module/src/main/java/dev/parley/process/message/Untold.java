package dev.parley.process.message;

import dev.parley.conversation.Event;

/**
 * An instance has made up its mind about the message of a conversation, and somebody else has the conversation in hand
 * that has sent it, and may wait for the instance: it is told a moment later.
 *
 * @param outcome what became of it
 */
public record Untold(MessageOutcome outcome) implements Event.OfPattern {}
