/** Definitions that people enter, as they are stored: the directory in the database. */
@NullMarked
package dev.parley.engine.definitions;

import org.jspecify.annotations.NullMarked;
