package dev.parley.testing;

import dev.parley.Terms;

/**
 * What was asked of a provider, published to a topic, or sent as a slip, and has been committed.
 *
 * @param operation the operation, or the topic
 * @param body the request, or the event, JSON text
 * @param terms on which terms
 */
public record Asked(String operation, String body, Terms terms) {}
