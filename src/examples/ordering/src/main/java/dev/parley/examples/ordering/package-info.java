/**
 * Operations to try Parley with. Each inserts one row in {@code ordering_effect} in the transaction it is called in, so
 * that exactly-once effects can be seen from outside.
 */
@NullMarked
package dev.parley.examples.ordering;

import org.jspecify.annotations.NullMarked;
