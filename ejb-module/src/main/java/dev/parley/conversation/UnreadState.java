package dev.parley.conversation;

/**
 * The state of a pattern that this node does not know, as it is stored.
 *
 * @param json the JSON text
 */
record UnreadState(String json) implements PatternState {}
