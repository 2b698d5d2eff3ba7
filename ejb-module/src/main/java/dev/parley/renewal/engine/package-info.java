/**
 * The engine of the Renewal Reminder: the only place where pools and grants meet JMS, the database, transactions and
 * time.
 */
@NullMarked
package dev.parley.renewal.engine;

import org.jspecify.annotations.NullMarked;
