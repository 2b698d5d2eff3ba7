package dev.parley.engine;

import org.jspecify.annotations.Nullable;

/**
 * That a conversation's operation is to run.
 *
 * @param conversationId the conversation
 * @param operation the operation
 * @param group the message group whose order is kept, or null
 */
record Work(String conversationId, String operation, @Nullable String group) {}
