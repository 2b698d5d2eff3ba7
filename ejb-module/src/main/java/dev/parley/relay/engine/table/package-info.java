/** The tables of the Relay, with plain JDBC: mailboxes, messages, groups, keys and dead letters. */
@NullMarked
package dev.parley.relay.engine.table;

import org.jspecify.annotations.NullMarked;
