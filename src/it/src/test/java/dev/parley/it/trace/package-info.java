/** Traces as a collector gets them. */
@NullMarked
package dev.parley.it.trace;

import org.jspecify.annotations.NullMarked;
