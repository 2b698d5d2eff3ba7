/**
 * What happens to processes alone, and what they alone want done: events and effects that their own part of the engine
 * knows.
 */
@NullMarked
package dev.parley.process.event;

import org.jspecify.annotations.NullMarked;
