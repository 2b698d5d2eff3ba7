package dev.parley.relay.mailbox;

/**
 * A mailbox with what is in it.
 *
 * @param mailbox as it is defined
 * @param statistics what is in it
 */
public record MailboxView(Mailbox mailbox, MailboxStatistics statistics) {}
