package dev.parley.relay;

import java.time.Instant;

/**
 * A dead letter: a message that was delivered as often as its mailbox allows, and never acknowledged.
 *
 * @param mail the message
 * @param reason why, a name for programs: {@code max-deliveries}
 * @param diedAt when
 */
public record DeadMail(Mail mail, String reason, Instant diedAt) {}
