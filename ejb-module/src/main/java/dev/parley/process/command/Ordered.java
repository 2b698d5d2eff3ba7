package dev.parley.process.command;

import dev.parley.conversation.Event;

/**
 * A person wants something done, and waits for the answer in a conversation of its own.
 *
 * @param conversationId that conversation
 * @param commanded what is wanted
 */
public record Ordered(String conversationId, Commanded commanded) implements Event.OfPattern {}
