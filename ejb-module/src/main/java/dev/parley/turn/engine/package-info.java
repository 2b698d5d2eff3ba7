/**
 * Where turns meet the engine: requests that are turns, the table of those that came early, and what is looked at when
 * a conversation changes.
 */
@NullMarked
package dev.parley.turn.engine;

import org.jspecify.annotations.NullMarked;
