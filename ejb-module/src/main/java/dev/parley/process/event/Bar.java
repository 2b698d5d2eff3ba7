package dev.parley.process.event;

import dev.parley.conversation.Effect;

/**
 * What was asked for a step is not to be begun any more: it is withdrawn where nobody has taken it yet, and whoever
 * takes it later finds it barred. If nobody has begun it, its answer is the fault {@code withdrawn}; what somebody may
 * have begun is answered as ever. Whoever has it in hand just then is not waited for: {@link NotBarred}.
 *
 * @param key the key of the step's requests, without the number of an attempt: they are one message
 */
public record Bar(String key) implements Effect.OfPattern {}
