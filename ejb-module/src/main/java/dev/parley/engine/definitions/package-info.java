/** Definitions as they are stored: one store for all kinds, and the directory in the database. */
@NullMarked
package dev.parley.engine.definitions;

import org.jspecify.annotations.NullMarked;
