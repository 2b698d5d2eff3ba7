package dev.parley.process.event;

import dev.parley.conversation.Event;

/**
 * The sender of a message does not wait any more: if the message is only kept, it is not kept any more.
 *
 * @param conversationId the conversation in which its sender waited
 */
public record Recalled(String conversationId) implements Event.OfPattern {}
