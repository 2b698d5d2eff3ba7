package dev.parley.process.message;

import dev.parley.conversation.Event;

/**
 * Somebody else has the instance in hand that the message of a conversation is for, and may wait for the one that has
 * sent it: the instance is told a moment later.
 */
public record Busy() implements Event.OfPattern {}
