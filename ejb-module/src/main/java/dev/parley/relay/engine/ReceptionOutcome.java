package dev.parley.relay.engine;

import dev.parley.relay.ReceivedMails;

/**
 * The messages that a reception got.
 *
 * @param mailbox the number of the mailbox
 * @param delivery what its caller is told
 */
record ReceptionOutcome(long mailbox, ReceivedMails delivery) {}
