/** Scatter-Gather, and what comes back of events: the pattern of conversations that gather answers. */
@NullMarked
package dev.parley.gathering;

import org.jspecify.annotations.NullMarked;
