/**
 * Turn Taking: a conversation of many requests, one after the other, each of which is answered before the next is
 * taken; a turn that comes early is kept until its time comes.
 *
 * <p>Promise: each turn is taken once and in order, whatever order the requests come in; one that was taken is answered
 * again with what was stored, one that is never reached is refused when the conversation ends.
 *
 * <p>States: {@code ACCEPTED}, {@code RUNNING} while a turn is worked on or awaited, then one of {@code SUCCEEDED},
 * {@code FAULTED}, {@code EXPIRED}, {@code CANCELLED}.
 *
 * <p>What a crash leaves: a conversation that awaits a turn, with the turns that came early beside it, or one with a
 * turn taken and its work message in a queue, or one that has ended with its answer in the queue it was sent to.
 */
@NullMarked
package dev.parley.turn;

import org.jspecify.annotations.NullMarked;
