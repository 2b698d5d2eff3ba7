/** Processes: what they do, and how they go back, on a server. */
@NullMarked
package dev.parley.it.process;

import org.jspecify.annotations.NullMarked;
