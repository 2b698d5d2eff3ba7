/**
 * The Relay: mailboxes for participants that can only make outbound requests. An initiator sends to a mailbox over HTTP
 * or JMS; its owner polls it over HTTP, which locks the messages for a while, and acknowledges them, which removes
 * them.
 *
 * <p>Promise: a message that was accepted is delivered at least once until it is acknowledged, expires, or was
 * delivered as often as its mailbox allows, when it is kept among the dead letters. While a lock is valid nobody else
 * gets its message. Messages of a group are delivered in the order of their arrival, one at a time.
 *
 * <p>States of a message: ready; delayed; waiting, behind another one of its group; locked; then acknowledged, expired
 * or dead.
 *
 * <p>What a crash leaves: each send, each reception and each acknowledgment wholly or not at all. What had not been
 * committed was not answered; its sender repeats it with the same message id or idempotency key. A lock whose holder
 * never learned of it runs out.
 */
@NullMarked
package dev.parley.relay;

import org.jspecify.annotations.NullMarked;
