/** Where slips meet the engine: their queue, the hops that were done, and what is asked on their way. */
@NullMarked
package dev.parley.slip.engine;

import org.jspecify.annotations.NullMarked;
