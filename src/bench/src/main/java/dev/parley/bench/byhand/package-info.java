/**
 * What a competent developer writes without Parley: a message-driven bean that receives, inserts a row and replies, an
 * endpoint that inserts a row and sends a message, and two beans that pass a request on to a provider and its reply
 * back, each in one XA transaction. There is no inbox, no journal, no deadline and no fault in it.
 */
@NullMarked
package dev.parley.bench.byhand;

import org.jspecify.annotations.NullMarked;
