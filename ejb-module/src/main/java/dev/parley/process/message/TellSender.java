package dev.parley.process.message;

import dev.parley.conversation.Effect;

/**
 * Tell the conversation that has sent the message of this one what became of it, if nobody has that one in hand; if
 * somebody has, it is tried again when this one is due.
 *
 * @param outcome what became of it
 */
public record TellSender(MessageOutcome outcome) implements Effect.OfPattern {}
