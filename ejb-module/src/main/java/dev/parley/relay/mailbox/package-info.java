/** Mailboxes as they are defined: who owns one, who may send to it, and what it takes. */
@NullMarked
package dev.parley.relay.mailbox;

import org.jspecify.annotations.NullMarked;
