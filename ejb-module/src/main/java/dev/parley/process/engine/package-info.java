/**
 * Where processes meet the engine: their definitions in the database, the operations that begin them, and what they
 * ask.
 */
@NullMarked
package dev.parley.process.engine;

import org.jspecify.annotations.NullMarked;
