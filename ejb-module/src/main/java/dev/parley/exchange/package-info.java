/**
 * Send, Receive and Send/Receive to operations, with Quick Acknowledgment: one request and whatever its exchange
 * pattern lets follow it.
 *
 * <p>Promise: a request that was acknowledged, or whose transaction committed, takes effect exactly once; a repeated
 * one is answered again with the stored acknowledgment, reply or fault.
 *
 * <p>States: {@code ACCEPTED}, then one of {@code SUCCEEDED}, {@code FAULTED}, {@code EXPIRED}, {@code CANCELLED}. What
 * has succeeded can be undone: {@code COMPENSATING}, then {@code COMPENSATED}.
 *
 * <p>What a crash leaves: either nothing (the request is still in its queue and is delivered again), or a conversation
 * {@code ACCEPTED} with its work message in a queue, or one that has ended with its answer in the queue it was sent to.
 */
@NullMarked
package dev.parley.exchange;

import org.jspecify.annotations.NullMarked;
