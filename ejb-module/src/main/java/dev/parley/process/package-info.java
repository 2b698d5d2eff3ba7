/**
 * Process Manager: several exchanges as one conversation, which undoes what it has done where it cannot be finished.
 *
 * <p>Promise: at the end each step that had an effect is kept, undone, written off by a person, or stuck in front of
 * one; whatever was lost, doubled or late. What is undone is undone in reverse order, and nothing but undoing begins
 * after that was decided.
 *
 * <p>States: {@code RUNNING}, {@code COMPENSATING}, {@code STUCK}, then one of {@code SUCCEEDED}, {@code FAULTED},
 * {@code COMPENSATED}, {@code CANCELLED}, {@code EXPIRED}.
 *
 * <p>What a crash leaves: an instance as its last decision left it, and what that decision has asked for; nothing is
 * replayed.
 *
 * @see <a href="https://www.enterpriseintegrationpatterns.com/patterns/conversation/">Cooper, Process Manager; Hohpe,
 *     Compensating Action</a>
 */
@NullMarked
package dev.parley.process;

import org.jspecify.annotations.NullMarked;
