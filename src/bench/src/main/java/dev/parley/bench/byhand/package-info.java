/**
 * What a competent developer writes without Parley: a message-driven bean that receives, inserts a row and replies, and an endpoint that inserts a
 * row and sends a message, each in one XA transaction. There is no inbox, no journal, no deadline and no fault in it.
 */
@NullMarked
package dev.parley.bench.byhand;

import org.jspecify.annotations.NullMarked;
