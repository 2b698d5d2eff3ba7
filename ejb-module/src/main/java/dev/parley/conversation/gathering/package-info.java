/**
 * Gatherings: one message to many, and the conversation that collects what comes back until it is complete, or can no
 * longer be. Pure.
 */
@NullMarked
package dev.parley.conversation.gathering;

import org.jspecify.annotations.NullMarked;
