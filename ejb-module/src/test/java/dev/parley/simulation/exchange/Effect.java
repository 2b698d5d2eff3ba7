package dev.parley.simulation.exchange;

/**
 * What an operation did to the database.
 *
 * @param conversationId in which conversation
 * @param sender for whom
 * @param messageId on which request
 * @param body what was asked for
 */
record Effect(String conversationId, String sender, String messageId, String body) {}
