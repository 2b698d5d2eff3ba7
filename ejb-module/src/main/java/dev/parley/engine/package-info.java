/**
 * The engine all patterns share, and the only place with JMS, the entity manager, transactions, timers and the clock:
 * it drains queues in batches, keeps the inbox and the journal, applies decisions, sends, and wakes what is due.
 */
@NullMarked
package dev.parley.engine;

import org.jspecify.annotations.NullMarked;
