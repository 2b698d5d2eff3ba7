/**
 * What the Relay is done with: mailboxes in the database, transactions that concurrent callers share, who waits for a
 * message, and what becomes due.
 */
@NullMarked
package dev.parley.relay.engine;

import org.jspecify.annotations.NullMarked;
