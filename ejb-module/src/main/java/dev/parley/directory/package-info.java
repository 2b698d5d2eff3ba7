/**
 * Which operations there are and what serves them: the methods annotated with {@link dev.parley.Operation} in all jars
 * of the EAR, how their requests are read and checked, and how they are called.
 */
@NullMarked
package dev.parley.directory;

import org.jspecify.annotations.NullMarked;
