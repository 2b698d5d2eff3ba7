/**
 * The Relay over HTTP: mailboxes, their messages, locks, arrivals and dead letters, and the bodies they answer with.
 */
@NullMarked
package dev.parley.web.relay;

import org.jspecify.annotations.NullMarked;
