package dev.parley.simulation.exchange;

import dev.parley.message.MessageKind;

/**
 * What a provider answered, right or wrong.
 *
 * @param conversationId in which conversation
 * @param messageId its id
 * @param kind what it says it is
 * @param body its text
 * @param isUsable whether it can be passed on
 */
record Given(String conversationId, String messageId, MessageKind kind, String body, boolean isUsable) {}
