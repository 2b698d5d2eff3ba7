/** The outbox: messages that commit with the database alone, and how they reach the broker. */
@NullMarked
package dev.parley.engine.outbox;

import org.jspecify.annotations.NullMarked;
