/** Calls of operations: what came of one, what has been seen of each, and where the next call may run. */
@NullMarked
package dev.parley.engine.call;

import org.jspecify.annotations.NullMarked;
