/** Dead letters: what nobody could be told or given, and what operators do with it. */
@NullMarked
package dev.parley.engine.deadletter;

import org.jspecify.annotations.NullMarked;
