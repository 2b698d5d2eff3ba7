package dev.parley.process.event;

import dev.parley.conversation.Effect;

/**
 * What was asked for a step is not to be begun any more: it is withdrawn where nobody has taken it yet, and whoever
 * takes it later finds it barred. What came of that is told by {@link Withdrawn}.
 *
 * @param key the key of the step's requests, without the number of an attempt: they are one message
 */
public record Bar(String key) implements Effect.OfPattern {}
