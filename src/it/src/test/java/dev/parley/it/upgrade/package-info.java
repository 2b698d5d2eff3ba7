/**
 * Databases that the version before has left, with conversations of every kind under way: this version goes on with
 * them.
 */
@NullMarked
package dev.parley.it.upgrade;

import org.jspecify.annotations.NullMarked;
