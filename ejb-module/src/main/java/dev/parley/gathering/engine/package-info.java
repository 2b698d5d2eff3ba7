/** Where gatherings meet the engine: the operation that orders one, and who is asked. */
@NullMarked
package dev.parley.gathering.engine;

import org.jspecify.annotations.NullMarked;
