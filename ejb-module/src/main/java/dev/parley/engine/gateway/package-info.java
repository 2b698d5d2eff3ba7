/**
 * Receiving and sending within a transaction: batches drained from queues, messages that go out if it commits,
 * mailboxes, dead letters.
 */
@NullMarked
package dev.parley.engine.gateway;

import org.jspecify.annotations.NullMarked;
