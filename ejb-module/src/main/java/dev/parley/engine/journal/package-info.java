/**
 * What is durable of conversations: their rows, their journal, the inbox; how they are read, and who waits for a
 * change.
 */
@NullMarked
package dev.parley.engine.journal;

import org.jspecify.annotations.NullMarked;
